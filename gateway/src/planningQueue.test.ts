import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PlanningQueue } from './planningQueue.ts';

test('plans one a turn, in order, and lets other work go on in between', async () => {
  const stalls: number[] = [];
  const queue = new PlanningQueue((seconds) => stalls.push(seconds));
  const done: string[] = [];
  const planned = ['a', 'b', 'c'].map((name) => queue.add(() => done.push(name)));
  expect(done).toEqual([]);
  let turns = 0;
  while (done.length < 3) {
    const before = done.length;
    await turn();
    turns++;
    expect(done.length - before).toBeLessThanOrEqual(1);
  }
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(done).toEqual(['a', 'b', 'c']);
  expect(await Promise.all(planned)).toEqual([1, 2, 3]);
  expect(stalls).toHaveLength(3);
});

test('refuses what it has no room for, goes on after a failure, and starts again when idle', async () => {
  const queue = new PlanningQueue(() => {});
  const failing = queue.add(() => {
    throw new Error('cannot be planned');
  });
  const waiting = Array.from({ length: 999 }, (_, i) => queue.add(() => i));
  await expect(queue.add(() => 'too many')).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
  const mustBeDone = queue.add(() => 'reload', true);
  await expect(failing).rejects.toThrow('cannot be planned');
  expect(await Promise.all(waiting)).toHaveLength(999);
  expect(await mustBeDone).toBe('reload');
  expect(await queue.add(() => 'again')).toBe('again');
});
