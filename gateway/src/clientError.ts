import { GraphQLError } from 'graphql';

/** An error as clients read it. A plain object: a GraphQLError captures a stack, which costs more than all else here. */
export interface ClientError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An error with a stable code, to be sent. */
export const clientError = (code: string, message: string): ClientError => ({
  message,
  extensions: { code },
});

/** The same, to be thrown: anything else that is thrown counts as unknown and is not shown to clients. */
export const refusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
