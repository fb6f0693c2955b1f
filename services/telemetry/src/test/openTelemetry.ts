import { generateKeyPairSync } from 'node:crypto';
import { createLog, TokenVerifier, type Actor, type Service } from '@pictor/kit';
import { aProvider, aWorker, FakeClock, recordedEvents, run, type RecordedEvents } from '@pictor/kit/testing';
import type { EventMap } from '@pictor/schema/events';
import type { Connection } from 'mongoose';
import { createTelemetry } from '../main.ts';

const verifier = new TokenVerifier(generateKeyPairSync('ed25519').publicKey);

/** A telemetry service at work, as one process of possibly several on a database. */
export interface OpenTelemetry {
  telemetry: Service;
  events: RecordedEvents<EventMap>;
  clock: FakeClock;
  enrol(workerId?: string, providerId?: string): Promise<void>;
  remove(workerId?: string, providerId?: string): Promise<void>;
  beat(actor?: Actor, at?: Date, says?: { mining?: boolean; hold?: object | null }): ReturnType<typeof run>;
  record(readings: unknown[], actor?: Actor): ReturnType<typeof run>;
  worker(selection: string, actor?: Actor, id?: string): Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  /** What workers were told of connectivity, heat or standing by, the earliest first. */
  told(topic: 'worker.connectivity' | 'worker.heat' | 'worker.standby'): unknown[];
  /** Moves the clock and waits until what fell due is done. */
  pass(ms: number): Promise<void>;
}

const heartbeat = `mutation ($at: DateTime!, $mining: Boolean, $hold: HoldInput) {
  heartbeat(at: $at, mining: $mining, hold: $hold) { at worker { id } }
}`;
const recordReadings =
  'mutation ($readings: [ReadingInput!]!) { recordReadings(readings: $readings) { recorded repeated } }';

/** Opens telemetry on the database. */
export async function openTelemetry(connection: Connection, clock = new FakeClock()): Promise<OpenTelemetry> {
  const events = recordedEvents<EventMap>();
  const log = createLog({ level: 'silent' });
  const telemetry = createTelemetry({ connection, events, clock, log, verifier });
  await telemetry.start();
  const count = (by: number) => timersAtRest.set(clock, (timersAtRest.get(clock) ?? 0) + by);
  count(2);
  const stop = async () => {
    count(-2);
    await telemetry.stop();
  };
  return {
    telemetry: { ...telemetry, stop },
    events,
    clock,
    enrol: (workerId = 'w', providerId = 'p') =>
      events.deliver('worker.enrolled', { workerId, providerId, at: clock.now() }),
    remove: (workerId = 'w', providerId = 'p') =>
      events.deliver('worker.deleted', { workerId, providerId, at: clock.now() }),
    beat: (actor = aWorker('w', 'p'), at = new Date(clock.now()), says = {}) =>
      run(telemetry.subgraph, heartbeat, { at: at.toISOString(), ...says }, actor),
    record: (readings, actor = aWorker('w', 'p')) =>
      run(telemetry.subgraph, recordReadings, { readings }, actor),
    async worker(selection, actor = aProvider('p'), id = 'w') {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Worker { ${selection} } } }`;
      const { data, errors } = await run(
        telemetry.subgraph,
        query,
        { r: [{ __typename: 'Worker', id }] },
        actor,
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return (data as { _entities: unknown[] })._entities[0];
    },
    told: (topic) => events.delivered.filter((each) => each.topic === topic).map(({ event }) => event),
    async pass(ms) {
      clock.advance(ms);
      await settled(connection, clock);
    },
  };
}

/** How many timers each clock has while the processes on it are at rest: one for deadlines, one for the outbox each. */
const timersAtRest = new WeakMap<FakeClock, number>();

/** Waits until every process on the clock is at rest and nothing is left to tell. */
async function settled(connection: Connection, clock: FakeClock): Promise<void> {
  const { Liveness } = connection.models;
  const resting = () => clock.timers === timersAtRest.get(clock);
  for (;;) {
    const rested = resting();
    if (!(await Liveness!.exists({ 'outbox.id': { $exists: true } })) && rested && resting()) return;
  }
}

/** A reading of one GPU as an agent sends it. */
export function aReading(at: number | string, temperatureCelsius: number | null = 50) {
  return {
    at: new Date(at).toISOString(),
    gpus: [{ index: 0, uuid: 'GPU-1', utilizationPercent: 0, memoryUsedMiB: 100.5, temperatureCelsius }],
    host: { cpuPercent: 12.5, memoryUsedMiB: 4_000, memoryTotalMiB: 16_000 },
  };
}
