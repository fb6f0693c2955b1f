import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { busAddress } from './busAddress.ts';
import { KernelLog } from './KernelLog.ts';

test.each([
  ['00000000:01:00.0', '0:01:00'],
  ['0000:01:00', '0:01:00'],
  ['0000:C3:00.0', '0:c3:00'],
  ['00000001:0A:1f.0', '1:0a:1f'],
  ['GPU-0', null],
  ['', null],
])('the place %s on the bus is %s', (text, place) => expect(busAddress(text)).toBe(place));

describe.skipIf(process.platform === 'win32')('the kernel’s log', () => {
  const clock = new FakeClock();
  let folder: string;
  let log: KernelLog | undefined;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'journal-'))));
  afterEach(async () => {
    log?.stop();
    await rm(folder, { recursive: true });
  });

  /** A journalctl that prints lines, then does something else. */
  async function following(lines: string[], then = 'exec sleep 600'): Promise<KernelLog> {
    const path = join(folder, 'journalctl');
    await writeFile(join(folder, 'lines'), lines.map((line) => `${line}\n`).join(''));
    await writeFile(path, `#!/bin/sh\ncat '${folder}/lines'\n${then}\n`);
    await chmod(path, 0o755);
    log = new KernelLog(clock, path);
    return log;
  }
  const entry = (seconds: number, message: unknown) =>
    JSON.stringify({
      MESSAGE: message,
      __REALTIME_TIMESTAMP: `${(clock.now() + seconds * 1_000) * 1_000}`,
      __MONOTONIC_TIMESTAMP: `${(clock.elapsed() + seconds * 1_000) * 1_000}`,
    });
  const xid = (code: number, place = '0000:01:00') =>
    `NVRM: Xid (PCI:${place}): ${code}, pid='<unknown>', name=<unknown>, GPU has fallen off the bus.`;
  const codesOf = (from: KernelLog, place = '0:01:00') => from.xidsOf(place)?.map(({ code }) => code);

  test('tells the errors since the start, by GPU, each number once with its last time', async () => {
    const from = await following([
      entry(-5, xid(13)),
      entry(1, 'usb 1-1: new device'),
      entry(1, [78, 86]),
      'no JSON at all',
      entry(2, xid(31)),
      entry(3, xid(79)),
      entry(4, xid(31)),
      entry(5, xid(48, '0000:c3:00.0')),
    ]);
    expect(from.xidsOf('0:01:00')).toBeNull();
    await expect.poll(() => codesOf(from, '0:c3:00')).toEqual([48]);
    expect(from.xidsOf('0:01:00')).toEqual([
      { code: 79, at: '2026-01-01T00:00:03.000Z' },
      { code: 31, at: '2026-01-01T00:00:04.000Z' },
    ]);
  });

  test('tells them too where the clock was set back since', async () => {
    const later = { MESSAGE: xid(79), __REALTIME_TIMESTAMP: '0' };
    const elapsed = `${(clock.elapsed() + 1_000) * 1_000}`;
    const from = await following([JSON.stringify({ ...later, __MONOTONIC_TIMESTAMP: elapsed })]);
    expect(codesOf(from)).toBeUndefined();
    await expect.poll(() => codesOf(from)).toEqual([79]);
  });

  test('keeps the latest eight of a flood', async () => {
    const from = await following(Array.from({ length: 2_000 }, (_, i) => entry(i, xid((i % 100) + 1))));
    await expect.poll(() => codesOf(from)).toEqual([93, 94, 95, 96, 97, 98, 99, 100]);
  });

  test('is not known where nothing is shown, and is where something is', async () => {
    const refused = 'Hint: You are currently not seeing messages from other users and the system.';
    const from = await following([], `[ -s '${folder}/lines' ] || echo "${refused}" >&2; exec sleep 600`);
    expect(codesOf(from)).toBeUndefined();
    await writeFile(join(folder, 'lines'), `${entry(1, 'fine')}\n`);
    await expect
      .poll(() => {
        clock.advance(10_000);
        return codesOf(from);
      })
      .toEqual([]);
  });

  test('is not known where there is no journalctl', async () => {
    log = new KernelLog(clock, join(folder, 'none'));
    expect(codesOf(log)).toBeUndefined();
  });
});
