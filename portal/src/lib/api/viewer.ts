import { graphql } from '#lib/generated/index.ts';

/** Who is signed in. */
export const Viewer = graphql(`
  query Viewer {
    viewer {
      id
      email
      roles
    }
  }
`);

/** Opens an account and a session. */
export const SignUp = graphql(`
  mutation SignUp($email: String!, $password: String!) {
    signUp(input: { email: $email, password: $password }) {
      sessionToken
      expiresAt
    }
  }
`);

/** Opens a session. */
export const SignIn = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(input: { email: $email, password: $password }) {
      sessionToken
      expiresAt
    }
  }
`);

/** Ends the session. */
export const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);
