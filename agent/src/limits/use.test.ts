import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { CommandError, type Command } from '../metrics/createCommand.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { lookForMains } from './lookForMains.ts';
import { lookForPrograms } from './lookForPrograms.ts';
import { askLastInput, askLogind } from './lookForUser.ts';
import { useOf, type Look } from './Use.ts';
import { UseWatch } from './UseWatch.ts';

const MINUTE = 60_000;
const now = 60 * MINUTE;
const says =
  (text: string): Command =>
  async () =>
    text;
const fails =
  (failure: 'ABSENT' | 'FAILED', exitCode?: number): Command =>
  async () => {
    throw new CommandError(failure, 'nvidia-smi failed', exitCode);
  };

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'use-'))));
afterEach(() => rm(folder, { recursive: true }));

describe('whoever is at the machine', () => {
  const since = (minutes: number) =>
    `IdleHint=yes\nIdleSinceHintMonotonic=${(now - minutes * MINUTE) * 1_000}\n`;
  test.each([
    ['IdleHint=no\nIdleSinceHintMonotonic=0\n', 'IN_USE'],
    [since(4), 'IN_USE'],
    [since(5), 'FREE'],
    ['IdleHint=yes\nIdleSinceHintMonotonic=0\n', 'FREE'],
    ['nothing of the kind', 'UNKNOWN'],
  ])('by logind: %j is %s', async (text, state) => {
    expect((await askLogind(says(text), now)).state).toBe(state);
  });

  test('is nobody on a machine that has just started and where nobody is logged in', async () => {
    const look = await askLogind(says('IdleHint=yes\nIdleSinceHintMonotonic=0\n'), MINUTE);
    expect(look.state).toBe('FREE');
  });

  test('is asked of logind by a count that nobody sets', async () => {
    const asked: string[] = [];
    await askLogind(async (args) => (asked.push(...args), since(5)), now);
    expect(asked).toContain('--property=IdleSinceHintMonotonic');
  });

  test.each([
    ['299999\r\n', 'IN_USE'],
    ['300000\r\n', 'FREE'],
    ['refused', 'UNKNOWN'],
  ])('by Windows: %j is %s', async (text, state) => {
    expect((await askLastInput(says(text))).state).toBe(state);
  });

  test('is unknown where nobody answers', async () => {
    const look = await askLogind(fails('ABSENT'), now);
    expect(look).toEqual({
      state: 'UNKNOWN',
      why: 'it cannot be told whether somebody uses this machine: logind does not answer',
    });
  });
});

describe('other programs on the GPUs', () => {
  const ours = () => new Set([100, 101]);
  test.each([
    ['', 'FREE'],
    ['100, /usr/bin/blender\n', 'FREE'],
    ['100, blender\n4242, /opt/x/train\n', 'IN_USE'],
    ['No running processes found\n', 'FREE'],
  ])('%j is %s', async (text, state) => {
    expect((await lookForPrograms(says(text), ours)).state).toBe(state);
  });

  test('are named, without their folders', async () => {
    expect((await lookForPrograms(says('7, C:\\games\\train.exe'), ours)).why).toContain(': train.exe');
  });

  test('cannot be told apart without a list of our own, nor where the driver does not answer', async () => {
    expect((await lookForPrograms(says('7, train'), () => undefined)).state).toBe('UNKNOWN');
    expect((await lookForPrograms(fails('FAILED', 9), ours)).state).toBe('UNKNOWN');
    expect((await lookForPrograms(fails('ABSENT'), ours)).state).toBe('FREE');
    expect((await lookForPrograms(fails('FAILED', 6), ours)).state).toBe('FREE');
  });
});

describe('the mains', () => {
  async function supply(name: string, files: Record<string, string>): Promise<void> {
    await mkdir(join(folder, name));
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), `${text}\n`);
  }
  const state = async () => (await lookForMains(folder)).state;

  test('a machine without a battery does not run on one', async () => {
    expect(await state()).toBe('FREE');
    expect((await lookForMains(join(folder, 'none'))).state).toBe('FREE');
    await supply('mouse', { type: 'Battery', scope: 'Device' });
    await supply('AC', { type: 'Mains', online: '0' });
    expect(await state()).toBe('FREE');
  });

  test.each([
    ['0', 'IN_USE'],
    ['1', 'FREE'],
  ])('a laptop whose plug says %s is %s', async (online, expected) => {
    await supply('BAT0', { type: 'Battery' });
    await supply('AC', { type: 'Mains', online });
    expect(await state()).toBe(expected);
  });
});

test('one use is enough, and what cannot be told counts as use', () => {
  const look = (state: Look['state']): Look => ({ state, why: state });
  expect(useOf([look('FREE'), look('UNKNOWN'), look('IN_USE')]).state).toBe('IN_USE');
  expect(useOf([look('FREE'), look('UNKNOWN')]).state).toBe('UNKNOWN');
  expect(useOf([look('FREE')]).state).toBe('FREE');
  expect(useOf([]).state).toBe('FREE');
});

test('while the owner wants it, use keeps tasks away; nobody looks before, nor after', async () => {
  const clock = new FakeClock();
  const owner = new Owner(await SettingsFile.open(join(folder, 'settings.json')), clock);
  let looks = 0;
  let look: Look = { state: 'IN_USE', why: 'somebody is logged in' };
  const watch = new UseWatch({ owner, clock, lookers: [async () => (looks++, look)] });
  watch.start();
  expect(owner.decide('RUN').intent).toBe('RUN');
  expect(looks).toBe(0);
  await owner.change({ idleOnly: true });
  await expect
    .poll(() => owner.decide('RUN').holds)
    .toEqual([{ by: 'IN_USE', intent: 'PAUSE', until: null, reason: 'somebody is logged in' }]);
  look = { state: 'FREE', why: 'nobody is here' };
  await expect.poll(() => (clock.advance(10_000), owner.decide('RUN').intent)).toBe('RUN');
  look = { state: 'UNKNOWN', why: 'it cannot be told' };
  await expect
    .poll(() => (clock.advance(10_000), owner.decide('RUN').holds[0]?.reason))
    .toBe('it cannot be told');
  await owner.change({ idleOnly: false });
  expect(owner.decide('RUN').intent).toBe('RUN');
  await expect.poll(() => (clock.advance(10_000), looks)).toBeGreaterThan(2);
  watch.stop();
});
