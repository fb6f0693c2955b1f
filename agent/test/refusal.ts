import { GraphQLError } from 'graphql';

/** How a platform refuses: by a stable code. */
export function refusal(code: string): GraphQLError {
  return new GraphQLError(`Refused: ${code}.`, { extensions: { code } });
}
