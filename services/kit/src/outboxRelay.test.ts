import { randomUUID } from 'node:crypto';
import { Schema } from 'mongoose';
import { testDatabase, type TestDatabase } from '@pictor/store/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { outboxEntry, outboxField, outboxIndex } from './outboxEntry.ts';
import { OutboxRelay } from './outboxRelay.ts';
import { FakeClock, recordedEvents } from './testing.ts';

interface Topics {
  'lamp.changed': { lamp: string; revision: number };
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const relays: OutboxRelay<Topics>[] = [];
afterEach(async () => void (await Promise.all(relays.splice(0).map((relay) => relay.stop()))));

const entry = outboxEntry<Topics>;
const tell = (lamp: string, revision: number) => entry('lamp.changed', { lamp, revision });

async function setUp() {
  const schema = new Schema({ _id: String, revision: Number, outbox: outboxField });
  schema.index(outboxIndex.fields, outboxIndex.options);
  const model = database.connection.model(`Lamp${randomUUID()}`, schema, `lamps-${randomUUID()}`);
  await model.createIndexes();
  const clock = new FakeClock();
  const log = createLog({ level: 'silent' });
  const process = () => {
    const events = recordedEvents<Topics>();
    const relay = new OutboxRelay<Topics>(model, events, clock, log);
    relays.push(relay);
    return {
      events,
      relay,
      told: () => events.delivered.map(({ event }) => `${event.lamp}${event.revision}`),
    };
  };
  const change = (lamp: string, revision: number) =>
    model.updateOne(
      { _id: lamp },
      { $set: { revision }, $push: { outbox: tell(lamp, revision) } },
      { upsert: true },
    );
  const left = () => model.countDocuments({ 'outbox.id': { $exists: true } });
  return { model, clock, process, change, left };
}

test('what a change tells is delivered when it is kicked, in order, and removed', async () => {
  const { process, change, left } = await setUp();
  const { relay, told } = process();
  await change('a', 1);
  await change('a', 2);
  await change('b', 1);
  expect(await relay.kick('a')).toBe(true);
  expect(told()).toEqual(['a1', 'a2']);
  expect(await left()).toBe(1);
  expect(await relay.kick('a')).toBe(true);
  expect(await relay.kick('nobody')).toBe(true);
  expect(told()).toHaveLength(2);
});

test('after a crash between change and delivery the next process delivers', async () => {
  const { process, change, left } = await setUp();
  await change('a', 1);
  await change('b', 1);
  const { relay, told } = process();
  relay.start();
  await relay.sweep();
  expect(told().sort()).toEqual(['a1', 'b1']);
  expect(await left()).toBe(0);
});

test('after a crash between delivery and removal it is delivered again', async () => {
  const { process, change, model } = await setUp();
  await change('a', 1);
  const crashing = process();
  const { updateOne } = model;
  model.updateOne = () => {
    throw new Error('killed');
  };
  expect(await crashing.relay.kick('a')).toBe(false);
  model.updateOne = updateOne;
  const next = process();
  await next.relay.sweep();
  expect([crashing.told(), next.told()]).toEqual([['a1'], ['a1']]);
});

test('a receiver that fails holds up its document in order, and no other; it is tried again, later each time', async () => {
  const { process, change, clock, left } = await setUp();
  const { relay, events, told } = process();
  let broken = true;
  let tries = 0;
  events.receive('lamp.changed', async ({ lamp }) => {
    if (lamp !== 'a') return;
    tries++;
    if (broken) throw new Error('not now');
  });
  await change('a', 1);
  await change('a', 2);
  await change('b', 1);
  await relay.sweep();
  expect(told()).toEqual(['b1']);
  await relay.sweep();
  expect(tries).toBe(1);
  for (const [ms, expected] of [
    [999, 1],
    [1, 2],
    [1_999, 2],
    [1, 3],
  ] as const) {
    clock.advance(ms);
    await relay.sweep();
    expect(tries).toBe(expected);
  }
  for (let i = 0; i < 20; i++) {
    clock.advance(60_000);
    await relay.sweep();
  }
  expect(tries).toBe(23);
  broken = false;
  await change('a', 3);
  clock.advance(60_000);
  await relay.sweep();
  expect(told()).toEqual(['b1', 'a1', 'a2', 'a3']);
  expect(await left()).toBe(0);
});

test('a receiver that hangs is given up after 30 s and tried again', async () => {
  const { process, change, clock } = await setUp();
  const { relay, events, told } = process();
  const asked = Promise.withResolvers<void>();
  let hangs = true;
  events.receive('lamp.changed', () => {
    asked.resolve();
    return hangs ? new Promise(() => undefined) : Promise.resolve();
  });
  await change('a', 1);
  const kicked = relay.kick('a');
  await asked.promise;
  clock.advance(30_000);
  expect(await kicked).toBe(false);
  hangs = false;
  clock.advance(1_000);
  await relay.sweep();
  expect(told()).toEqual(['a1']);
  expect(clock.timers).toBe(0);
});

test('sweeps come every 5 s until it is stopped', async () => {
  const { process, change, clock, left } = await setUp();
  const { relay, told } = process();
  relay.start();
  await relay.sweep();
  await change('a', 1);
  while (!clock.timers) await new Promise(setImmediate);
  clock.advance(4_999);
  expect(told()).toEqual([]);
  clock.advance(1);
  await relay.sweep();
  expect(told()).toEqual(['a1']);
  while (!clock.timers) await new Promise(setImmediate);
  await relay.stop();
  await change('a', 2);
  clock.advance(60_000);
  expect(clock.timers).toBe(0);
  expect(await relay.kick('a')).toBe(false);
  expect(await left()).toBe(1);
});

test('stopping waits for what is under way', async () => {
  const { process, change, left } = await setUp();
  const { relay, events, told } = process();
  const { promise, resolve } = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  events.receive('lamp.changed', () => (asked.resolve(), promise));
  await change('a', 1);
  const kicked = relay.kick('a');
  await asked.promise;
  const stopped = relay.stop();
  resolve();
  await stopped;
  expect(told()).toEqual(['a1']);
  expect(await kicked).toBe(true);
  expect(await left()).toBe(0);
});

test('a database that fails is an unfinished sweep, and not an unhandled rejection', async () => {
  const { process, change, model } = await setUp();
  const { relay, told } = process();
  await change('a', 1);
  const { find, findById } = model;
  model.find = model.findById = () => {
    throw new Error('no database');
  };
  await relay.sweep();
  expect(await relay.kick('a')).toBe(false);
  Object.assign(model, { find, findById });
  expect(await relay.kick('a')).toBe(true);
  expect(told()).toEqual(['a1']);
});

test('kicks and sweeps of two processes racing with changes deliver all of it at least once, the last one last', async () => {
  const { process, change, left } = await setUp();
  const processes = [process(), process()];
  const lamps = Array.from({ length: 12 }, (_, i) => `lamp${i}-`);
  const last = 5;
  await Promise.all(
    lamps.map(async (lamp, i) => {
      for (let revision = 1; revision <= last; revision++) {
        await change(lamp, revision);
        void processes[(i + revision) % 2]?.relay.kick(lamp);
        if (revision % 2) void processes[i % 2]?.relay.sweep();
      }
    }),
  );
  // The sweep under way may have passed a document by before its last change; the one after it has not.
  for (const { relay } of [...processes, ...processes]) await relay.sweep();
  expect(await left()).toBe(0);
  const told = processes.map((each) => each.told());
  for (const lamp of lamps)
    for (let revision = 1; revision <= last; revision++)
      expect(told.flat(), `${lamp}${revision}`).toContain(`${lamp}${revision}`);
  for (const ofOne of told)
    for (const lamp of lamps) {
      const firsts = [...new Set(ofOne.filter((text) => text.startsWith(lamp)))];
      expect(firsts).toEqual([...firsts].sort());
    }
});

test('many documents are delivered few at a time', async () => {
  const { process, model } = await setUp();
  const { relay, events, told } = process();
  let underWay = 0;
  let most = 0;
  events.receive('lamp.changed', async () => {
    most = Math.max(most, ++underWay);
    await new Promise(setImmediate);
    underWay--;
  });
  const lamps = Array.from({ length: 200 }, (_, i) => `l${i}`);
  await model.insertMany(lamps.map((_id) => ({ _id, outbox: [tell(_id, 1)] })));
  await Promise.all([relay.sweep(), ...lamps.slice(0, 50).map((lamp) => relay.kick(lamp))]);
  expect(new Set(told()).size).toBe(200);
  expect(most).toBeLessThanOrEqual(16);
  expect(most).toBeGreaterThan(1);
});
