import { generateKeyPairSync } from 'node:crypto';
import { createLog, TokenVerifier, type Actor } from '@pictor/kit';
import {
  FakeClock,
  recordedEvents,
  run,
  anOperator,
  aCreator,
  type RecordedEvents,
} from '@pictor/kit/testing';
import type { DurableEvents, EventMap } from '@pictor/schema/events';
import type { Connection } from 'mongoose';
import { createBilling, type Billing } from '../main.ts';

const verifier = new TokenVerifier(generateKeyPairSync('ed25519').publicKey);

/** A billing service at work, as one process of possibly several on a database. */
export interface OpenBilling {
  billing: Billing;
  events: RecordedEvents<EventMap>;
  clock: FakeClock;
  deposit(creatorId: string, amount: bigint, key?: string): Promise<void>;
  submit(jobId: string, creatorId: string, max: bigint): Promise<void>;
  verify(taskId: string, change?: Partial<DurableEvents['task.verified']>): Promise<void>;
  close(jobId: string, creatorId: string): Promise<void>;
  balance(creatorId: string): Promise<{ available: string; reserved: string }>;
  charge(jobId: string, creatorId: string): Promise<Record<string, string> | null>;
  entity(type: string, id: string, selection: string, actor?: Actor): Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  problems(): Promise<string[]>;
}

/** Opens billing on the database. The work of task.verified is 3,600 milli-units at $1: 1,000 micro-dollars. */
export async function openBilling(connection: Connection, clock = new FakeClock()): Promise<OpenBilling> {
  const events = recordedEvents<EventMap>();
  const billing = createBilling({ connection, events, clock, log: createLog({ level: 'silent' }), verifier });
  await billing.start();
  const entity: OpenBilling['entity'] = async (type, id, selection, actor) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${selection} } } }`;
    const { data, errors } = await run(billing.subgraph, query, { r: [{ __typename: type, id }] }, actor);
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as { _entities: unknown[] })._entities[0];
  };
  return {
    billing,
    events,
    clock,
    entity,
    async deposit(accountId, amount, key = 'first') {
      const mutation = `mutation ($a: ID!, $m: MicroUsd!, $k: String!) {
        recordDeposit(accountId: $a, amount: $m, reference: "bank 1", key: $k) { id } }`;
      const variables = { a: accountId, m: String(amount), k: key };
      const { errors } = await run(billing.subgraph, mutation, variables, anOperator());
      if (errors) throw new Error(JSON.stringify(errors));
    },
    submit: (jobId, creatorId, max) =>
      events.deliver('job.submitted', { jobId, creatorId, maxMicroUsd: String(max) }),
    verify: (taskId, change) =>
      events.deliver('task.verified', {
        taskId,
        attemptId: `attempt-of-${taskId}`,
        jobId: 'job',
        creatorId: 'c',
        workerId: 'w',
        providerId: 'p',
        milliUnits: 3_600,
        bidMicroUsd: '1000000',
        rewardMicroUsd: '1000',
        feeMicroUsd: '100',
        ...change,
      }),
    close: (jobId, creatorId) => events.deliver('job.closed', { jobId, creatorId }),
    balance: async (id) =>
      (await entity('Creator', id, 'balance { available reserved }', aCreator(id))).balance,
    charge: async (id, creatorId) =>
      (await entity('Job', id, 'charge { reserved rewards fees released }', aCreator(creatorId))).charge,
    problems: async () => (await billing.reconcile()).problems,
  };
}

/** Resolves with the next event of the topic that is delivered. */
export function delivered<T extends keyof DurableEvents>(
  { events }: Pick<OpenBilling, 'events'>,
  topic: T,
): Promise<DurableEvents[T]> {
  return new Promise((resolve) => events.receive(topic, async (event) => resolve(event)));
}
