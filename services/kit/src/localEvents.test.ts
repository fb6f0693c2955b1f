import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Context } from './context.ts';
import type { Events } from './events.ts';
import { LocalEvents } from './localEvents.ts';
import { testContext } from './testing.ts';

interface Topics {
  'lamp.changed': { lamp: string; room: string; on: boolean };
  'lamp.broke': { lamp: string };
}

const change = (lamp: string, on = true, room = 'hall') => ({ lamp, room, on });
const everything = () => true;

test('topics and events are typed, and fit contexts that know no topics', () => {
  const events = new LocalEvents<Topics>();
  // @ts-expect-error there is no such topic
  events.publish('lamp.sold', {});
  // @ts-expect-error a lamp is a text
  events.publish('lamp.broke', { lamp: 7 });
  expectTypeOf(events.listen('lamp.broke', { lamp: 'a' }).next()).resolves.toEqualTypeOf<
    IteratorResult<{ lamp: string }, undefined>
  >();
  const contextOfAny: Context = testContext<Topics>();
  const contextOfTopics: Context<Topics> = contextOfAny;
  const eventsOfTopics: Events<Topics> = events;
  const eventsOfAny: Events = eventsOfTopics;
  expect(contextOfTopics.events).not.toBe(eventsOfAny);
});

describe('listening', () => {
  test('brings what was published since, in order, to whom wants it', async () => {
    const events = new LocalEvents<Topics>();
    events.publish('lamp.changed', change('early'));
    const lit = events.listen('lamp.changed', ({ on }) => on);
    const a = events.listen('lamp.changed', { lamp: 'a' });
    const darkHall = events.listen('lamp.changed', { room: 'hall', on: false });
    for (const event of [
      change('a', true),
      change('b', false),
      change('b', true),
      change('b', false, 'attic'),
    ])
      events.publish('lamp.changed', event);
    events.publish('lamp.changed', change('a', false));
    await expect(lit.next()).resolves.toEqual({ done: false, value: change('a') });
    await expect(lit.next()).resolves.toEqual({ done: false, value: change('b') });
    await expect(a.next()).resolves.toEqual({ done: false, value: change('a') });
    await expect(a.next()).resolves.toEqual({ done: false, value: change('a', false) });
    await expect(darkHall.next()).resolves.toEqual({ done: false, value: change('b', false) });
    await expect(darkHall.next()).resolves.toEqual({ done: false, value: change('a', false) });
  });

  test('a slow listener loses the oldest events and is told how many; others lose none', async () => {
    const events = new LocalEvents<Topics>();
    const slow = events.listen('lamp.changed', everything, { max: 2 });
    const patient = events.listen('lamp.changed', everything);
    for (const lamp of ['a', 'b', 'c', 'd', 'e']) events.publish('lamp.changed', change(lamp));
    expect(slow.dropped).toBe(3);
    expect((await slow.next()).value?.lamp).toBe('d');
    expect((await slow.next()).value?.lamp).toBe('e');
    expect(patient.dropped).toBe(0);
    expect((await patient.next()).value?.lamp).toBe('a');
  });

  test('by default 256 events may wait', () => {
    const events = new LocalEvents<Topics>();
    const listener = events.listen('lamp.broke', everything);
    for (let i = 0; i < 300; i++) events.publish('lamp.broke', { lamp: `${i}` });
    expect(listener.dropped).toBe(44);
  });

  test('ending it answers who waits, at once and for ever', async () => {
    const events = new LocalEvents<Topics>();
    for (const wanted of [everything, { lamp: 'a' }, {}]) {
      const listener = events.listen('lamp.changed', wanted);
      const waiting = [listener.next(), listener.next()];
      await listener.return();
      events.publish('lamp.changed', change('a'));
      for (const next of [...waiting, listener.next()])
        await expect(next).resolves.toEqual({ done: true, value: undefined });
    }
  });

  test('a listener that ended is not asked any more', async () => {
    const events = new LocalEvents<Topics>();
    let asked = 0;
    const listener = events.listen('lamp.changed', () => ++asked > 0);
    events.publish('lamp.changed', change('a'));
    await listener.return();
    events.publish('lamp.changed', change('a'));
    expect(asked).toBe(1);
  });

  test('a choice that throws fails its own listener and nobody else', async () => {
    const events = new LocalEvents<Topics>();
    const waits = events.listen('lamp.changed', () => {
      throw new RangeError('choosy');
    });
    const sleeps = events.listen('lamp.changed', () => {
      throw new RangeError('choosy, too');
    });
    const fine = events.listen('lamp.changed', everything);
    const next = waits.next();
    events.publish('lamp.changed', change('a'));
    await expect(next).rejects.toThrow('choosy');
    await expect(waits.next()).resolves.toMatchObject({ done: true });
    await expect(sleeps.next()).rejects.toThrow('choosy, too');
    await expect(sleeps.next()).resolves.toMatchObject({ done: true });
    expect((await fine.next()).value).toEqual(change('a'));
  });

  test('ten thousand who listen by a field cost no more than the one who is meant', async () => {
    const events = new LocalEvents<Topics>();
    const listeners = Array.from({ length: 10_000 }, (_, i) => events.listen('lamp.broke', { lamp: `${i}` }));
    let read = 0;
    const event = {
      get lamp() {
        read++;
        return '77';
      },
    };
    events.publish('lamp.broke', event);
    expect(read).toBe(2);
    expect((await listeners[77]?.next())?.value).toBe(event);
  });
});

describe('delivering', () => {
  test('waits until every receiver has acknowledged', async () => {
    const events = new LocalEvents<Topics>();
    const slow = Promise.withResolvers<void>();
    const had: string[] = [];
    events.receive('lamp.broke', async ({ lamp }) => void had.push(lamp));
    events.receive('lamp.broke', () => slow.promise);
    let delivered = false;
    const delivery = events.deliver('lamp.broke', { lamp: 'a' }).then(() => (delivered = true));
    await new Promise(setImmediate);
    expect(had).toEqual(['a']);
    expect(delivered).toBe(false);
    slow.resolve();
    await delivery;
    expect(delivered).toBe(true);
  });

  test('rejects when one fails, however it fails, after the others had it', async () => {
    const events = new LocalEvents<Topics>();
    const had: string[] = [];
    events.receive('lamp.broke', () => {
      throw new Error('at once');
    });
    events.receive('lamp.broke', async ({ lamp }) => void had.push(lamp));
    await expect(events.deliver('lamp.broke', { lamp: 'a' })).rejects.toThrow('at once');
    events.receive('lamp.broke', () => Promise.reject(new Error('later')));
    await expect(events.deliver('lamp.broke', { lamp: 'b' })).rejects.toThrow(
      '2 receivers of lamp.broke failed',
    );
    expect(had).toEqual(['a', 'b']);
  });
});
