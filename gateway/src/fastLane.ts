import { OperationTypeNode } from 'graphql';
import type { Cancellation } from './cancellation.ts';
import type { Operation } from './operation.ts';
import type { Prepared } from './prepared.ts';
import type { Scope } from './scope.ts';
import { share } from './sharedFlights.ts';

/** The response body, or undefined if these variables are for the reference lane. Nothing has been executed then. */
export function answerFast(
  prepared: Prepared,
  { variables }: Operation,
  scope: Scope,
  caller: Cancellation,
): Promise<string> | undefined {
  if (prepared.primary || !prepared.accepts(variables)) return undefined;
  const conditions = prepared.conditions(variables);
  if (!conditions) return undefined;
  const start = (cancellation: Cancellation) =>
    prepared.answer({ scope, variables, conditions, cancellation, data: {}, errors: [] });
  if (prepared.kind === OperationTypeNode.MUTATION) return counted(start(caller), scope);
  const key = `${prepared.id} ${scope.writes} ${JSON.stringify(variables)}`;
  return share(scope.flights, key, caller, start);
}

/** Counts a mutation as soon as it is answered, before its caller hears of it. */
function counted(answer: Promise<string>, scope: Scope): Promise<string> {
  const count = () => void scope.writes++;
  answer.then(count, count);
  return answer;
}
