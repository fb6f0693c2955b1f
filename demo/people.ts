import { randomBytes } from 'node:crypto';
import type { Api } from './api.ts';

/** Somebody in the story, with what they sign in with. */
export interface Person {
  role: string;
  email: string;
  password: string;
}

/** Somebody with a new password. */
export const person = (role: string): Person => ({
  role,
  email: `${role}@demo.example`,
  password: randomBytes(9).toString('base64url'),
});

/** Opens an account; resolves to the session. */
export async function signUp(api: Api, { email, password }: Person): Promise<string> {
  const { signUp } = await api.ask<{ signUp: { sessionToken: string } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { sessionToken } }',
    { input: { email, password } },
  );
  return signUp.sessionToken;
}

/** Opens a session on an account that exists. */
export async function signIn(api: Api, { email, password }: Person): Promise<string> {
  const { signIn } = await api.ask<{ signIn: { sessionToken: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { sessionToken } }',
    { input: { email, password } },
  );
  return signIn.sessionToken;
}
