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
  if (prepared.kind === OperationTypeNode.MUTATION) return start(caller);
  const key = `${prepared.id} ${scope.writes} ${JSON.stringify(variables)}`;
  return share(scope.flights, key, caller, start);
}
