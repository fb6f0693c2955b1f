import { generateKeyPairSync } from 'node:crypto';
import { createLog, TokenSigner, TokenVerifier, type Actor } from '@pictor/kit';
import { FakeClock, recordedEvents, run } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import { testDatabase } from '@pictor/store/testing';
import { createWorkers, type Credential, type WorkersConfig } from '../main.ts';
import { openModels } from '../model/openModels.ts';

/** What a field answered, or the code that it was refused with. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers without describing them
export type Answer = any;

/** The service over a database of its own, at a clock so far ahead that the store's own does not end its sessions. */
export async function openWorkers({ maxWorkers }: { maxWorkers?: number } = {}) {
  const { connection, drop } = await testDatabase();
  const clock = new FakeClock('2100-01-01T00:00:00Z');
  const events = recordedEvents<EventMap>();
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const verifier = new TokenVerifier(publicKey, clock);
  const config: WorkersConfig = {
    connection,
    events,
    clock,
    log: createLog({ level: 'silent' }),
    signer: new TokenSigner(privateKey, clock),
    verifier,
    publicUrl: 'https://pictor.test',
    bidMicroUsd: 500_000n,
    speedKey: Buffer.alloc(32),
    agentVersion: '0.1.0',
    ...(maxWorkers && { maxWorkers }),
  };
  const service = createWorkers(config);
  await service.start();

  const answer = (query: string, variables?: Record<string, unknown>, actor?: Actor) =>
    run(service.subgraph, query, variables, actor);

  return {
    service,
    config,
    clock,
    events,
    models: openModels(connection),
    /** The data of an operation. Throws when it has errors. */
    async ask(query: string, variables?: Record<string, unknown>, actor?: Actor): Promise<Answer> {
      const { data, errors } = await answer(query, variables, actor);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    /** The code of the first error of an operation; undefined when it has none. */
    async refusal(query: string, variables?: Record<string, unknown>, actor?: Actor): Promise<unknown> {
      const { errors } = await answer(query, variables, actor);
      return errors?.[0]?.extensions?.code;
    },
    /** Who the gateway's token for this credential speaks for. */
    async actorOf(credential: Credential): Promise<Actor> {
      const identity = await service.identify(credential);
      return verifier.verify(identity?.token ?? '');
    },
    /** What was published on a topic so far. */
    published: <T extends keyof EventMap>(topic: T) =>
      events.published.filter((each) => each.topic === topic).map(({ event }) => event as EventMap[T]),
    async close() {
      await service.stop();
      await drop();
    },
  };
}

export type OpenedWorkers = Awaited<ReturnType<typeof openWorkers>>;
