import type { FormattedExecutionResult } from 'graphql';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import type { AnyTopics } from './events.ts';
import { FakeClock } from './fakeClock.ts';
import { createLog } from './log.ts';
import { RecordedEvents } from './recordedEvents.ts';
import type { OurSubgraph, ResultStream } from './subgraph.ts';

export { FakeClock } from './fakeClock.ts';
export { RecordedEvents } from './recordedEvents.ts';

/** Events in this process that remember what was published and delivered. */
export function recordedEvents<Topics extends object = AnyTopics>(): RecordedEvents<Topics> {
  return new RecordedEvents<Topics>();
}

/** A silent context of a stranger at a clock that stands still, but for what is given. */
export function testContext<
  Topics extends object = AnyTopics,
  Given extends Partial<Context<Topics>> = object,
>(given?: Given): Context<Topics> & Given {
  const context: Context<Topics> = {
    actor: undefined,
    requestId: 'test',
    clock: new FakeClock(),
    log: createLog({ level: 'silent' }),
    events: recordedEvents<Topics>(),
  };
  return { ...context, ...(given as Given) };
}

/** Runs a query or a mutation as the actor, whose token is not asked for; the answer has gone through JSON. */
export async function run(
  subgraph: OurSubgraph,
  query: string,
  variables: Record<string, unknown> = {},
  actor?: Actor,
): Promise<FormattedExecutionResult> {
  return JSON.parse(JSON.stringify(await subgraph.execute({ query, variables }, actor)));
}

/** Starts a subscription as the actor. Throws when it is refused. */
export async function runSubscription(
  subgraph: OurSubgraph,
  query: string,
  variables: Record<string, unknown> = {},
  actor?: Actor,
): Promise<ResultStream> {
  const started = await subgraph.stream({ query, variables }, actor);
  if (Symbol.asyncIterator in started) return started;
  throw new Error(`The subscription was refused: ${JSON.stringify(started.errors)}`);
}

/** An account that provides workers. */
export function aProvider(id = 'provider-1'): Actor {
  return { id, role: 'account', accountId: id, permissions: ['provide'] };
}

/** An account that submits jobs. */
export function aCreator(id = 'creator-1'): Actor {
  return { id, role: 'account', accountId: id, permissions: ['create'] };
}

/** An account that runs the platform. */
export function anOperator(id = 'operator-1'): Actor {
  return { id, role: 'account', accountId: id, permissions: ['operate'] };
}

/** A worker of the provider. */
export function aWorker(id = 'worker-1', providerId = 'provider-1', publicKey?: string): Actor {
  return {
    id,
    role: 'worker',
    workerId: id,
    providerId,
    ...(publicKey ? { publicKey } : {}),
    permissions: ['work'],
  };
}

/** The platform's own checker. */
export function aChecker(id = 'checker-1', publicKey?: string): Actor {
  return { id, role: 'checker', workerId: id, ...(publicKey ? { publicKey } : {}), permissions: ['check'] };
}
