import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aHost } from '../../test/aHost.ts';
import { FakeClock } from '../../test/FakeClock.ts';
import { FakePlatform } from '../../test/FakePlatform.ts';
import { History } from '../history/History.ts';
import { Home } from '../home/Home.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { Station } from './Station.ts';

let folder: string;
let home: Home;
let platform: FakePlatform;
let station: Station;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'station-'));
  platform = new FakePlatform();
  await platform.listen();
  home = Home.open(folder);
  const clock = new FakeClock();
  station = new Station({
    ...{ home, clock, engines: [], readingIntervalMs: 5_000, onNews: () => undefined },
    owner: new Owner(await SettingsFile.open(home.settings), clock),
    history: new History(home.history),
    gpuMonitor: async () => ({ gpus: [], problem: null }),
    hostMonitor: async () => aHost,
    log: pino({ level: 'silent' }),
  });
});
afterEach(async () => {
  await station.stop();
  await platform.close();
  await rm(folder, { recursive: true });
});

test('a configuration that is imported while it starts makes one agent, not two', async () => {
  const configuration = {
    version: 1 as const,
    gateway: platform.gateway,
    workerId: 'w1',
    workerName: 'Attic',
    enrolmentToken: platform.enrolmentToken,
    expiresAt: '2026-01-02T00:00:00.000Z',
  };
  const read = home.readEnrolment.bind(home);
  vi.spyOn(home, 'readEnrolment').mockImplementationOnce(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return read();
  });
  await Promise.all([station.start(), station.enrol(configuration)]);
  expect(station.state().worker).toMatchObject({ name: expect.any(String) });
  await expect.poll(() => platform.runs).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([platform.runs.length, platform.connections]).toEqual([1, 1]);
});
