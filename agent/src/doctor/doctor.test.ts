import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { FakeEngine } from '../../test/FakeEngine.ts';
import { systemClock } from '../clock.ts';
import { Home } from '../home/Home.ts';
import { CommandError } from '../metrics/createCommand.ts';
import type { Gpu, GpuReport } from '../metrics/GpuReading.ts';
import { probeSandbox } from '../sandbox/probeSandbox.ts';
import { checkDisk } from './checkDisk.ts';
import { checkDriver } from './checkDriver.ts';
import { checkDriverAge } from './checkDriverAge.ts';
import { checkEngines } from './checkEngines.ts';
import { checkKernelLog } from './checkKernelLog.ts';
import { checkMining } from './checkMining.ts';
import { checkNetwork } from './checkNetwork.ts';
import type { Check } from './Check.ts';
import { checkPermissions } from './checkPermissions.ts';
import { checkSandbox } from './checkSandbox.ts';
import { checkSystemAge } from './checkSystemAge.ts';
import { checkUser } from './checkUser.ts';
import { complianceOf } from './complianceOf.ts';

describe('the driver', () => {
  test.each([
    [{ gpus: [], problem: null }, 'LIMITED'],
    [{ gpus: [], problem: 'nvidia-smi failed with 9' }, 'BROKEN'],
  ])('%j is %s', async (report, state) => {
    expect(await checkDriver(async () => report)).toMatchObject({ state, remedy: expect.any(String) });
  });
});

describe('the driver’s age', () => {
  const now = Date.parse('2026-06-01');
  const monitor = (uuid: string, driver: string | null) => async () =>
    ({ gpus: [{ gpu: { uuid, driver } }], problem: null }) as unknown as GpuReport;
  const built = 'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024';
  const open =
    'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.82.07  Release Build  (dvs)  Wed Aug 27 16:45:12 UTC 2025';
  test.each([
    ['535.183.01', built, 'LIMITED', '2024-05-12'],
    ['580.82.07', open, 'OK', '2025-08-27'],
    ['472.12', '', 'LIMITED', 'before 2022-01-01'],
    ['551.23', '', 'UNKNOWN', '551.23'],
    ['576.80', '', 'OK', '2025-01-01'],
    ['610.62', '', 'OK', '2025-07-01 or later'],
    [null, '', 'UNKNOWN', 'does not tell'],
  ])('%s, %s: %s', async (driver, version, state, finding) => {
    expect(await checkDriverAge(monitor('GPU-1', driver), now, async () => version)).toMatchObject([
      { state, finding: expect.stringContaining(finding) },
    ]);
  });

  test('is asked of none where there is no GPU, and not known of AMD’s', async () => {
    expect(await checkDriverAge(async () => ({ gpus: [], problem: null }), now)).toEqual([]);
    expect(await checkDriverAge(monitor('AMD-1', '6.8.5'), now)).toMatchObject([{ state: 'UNKNOWN' }]);
  });
});

describe('the system’s age', () => {
  const linux = (osRelease: string, version = '') =>
    ({ platform: 'linux', release: '6.1.0', version, osRelease }) as const;
  const windows = (release: string) =>
    ({ platform: 'win32', release, version: 'Windows', osRelease: '' }) as const;
  test.each([
    [
      linux('PRETTY_NAME="Fedora Linux 42"\nID=fedora\nVERSION_ID=42\nSUPPORT_END=2026-05-13'),
      'LIMITED',
      '2026-05-13',
    ],
    [linux('ID=fedora\nVERSION_ID=43\nSUPPORT_END=2026-12-02'), 'OK', 'until 2026-12-02'],
    [linux('ID=ubuntu\nVERSION_ID="20.04"'), 'LIMITED', '2025-05-31'],
    [linux('ID="rocky"\nVERSION_ID="9.4"'), 'OK', '2032-05-31'],
    [linux('ID=debian\nVERSION_ID="12"', '#1 SMP Debian 6.1.52-1 (2023-09-07)'), 'LIMITED', '2023-09-07'],
    [linux('ID=arch', '#1 SMP PREEMPT_DYNAMIC Fri, 30 Aug 2024 12:02:04 +0000'), 'OK', '2024-08-30'],
    [linux('ID=arch', '#45 SMP PREEMPT_DYNAMIC Fri Aug 29 12:02:04 UTC 2025'), 'OK', '2025-08-29'],
    [linux(''), 'UNKNOWN', 'cannot be told'],
    [windows('10.0.19045'), 'LIMITED', '2025-10-14'],
    [windows('10.0.26100'), 'OK', '2026-10-13'],
    [windows('10.0.99999'), 'UNKNOWN', 'cannot be told'],
  ])('%j: %s', async (facts, state, finding) => {
    const check = await checkSystemAge(Date.parse('2026-06-01'), facts);
    expect(check).toMatchObject({ state, finding: expect.stringContaining(finding) });
    expect(check.remedy === null).toBe(state !== 'LIMITED');
  });

  test('of this machine is looked at', async () => {
    expect(await checkSystemAge(Date.now())).toMatchObject({ name: 'system-age' });
  });
});

describe('the kernel’s log', () => {
  const gpu = { uuid: 'GPU-1' } as Gpu;
  test.each([
    [async () => '{"MESSAGE":"fine"}\n', 'OK', 'are read'],
    [async () => '-- No entries --\n', 'LIMITED', 'may not read'],
    [
      () => Promise.reject(new CommandError('ABSENT', 'journalctl is not installed')),
      'LIMITED',
      'not installed',
    ],
  ])('%#: %s', async (journalctl, state, finding) => {
    expect(await checkKernelLog([gpu], journalctl)).toMatchObject([
      { state, finding: expect.stringContaining(finding) },
    ]);
    expect(await checkKernelLog([], journalctl)).toEqual([]);
  });
});

test('one engine that does not work limits, none that works breaks', async () => {
  const [upscaler, renderer] = [new FakeEngine('UPSCALE'), new FakeEngine('RENDER')];
  const check = () => checkEngines([upscaler, renderer]);
  expect(await check()).toMatchObject({ state: 'OK', remedy: null });
  expect([upscaler.closed, renderer.closed]).toEqual([true, true]);
  renderer.probed = { available: false, reason: 'Blender was not found. Install it.' };
  const finding = expect.stringContaining('3D rendering does not work: Blender was not found. Install it.');
  expect(await check()).toMatchObject({ state: 'LIMITED', finding });
  upscaler.probed = { available: false, reason: 'no such library' };
  expect(await check()).toMatchObject({ state: 'BROKEN' });
});

test('without a sandbox the remedy is its own', async () => {
  const sandbox = { name: 'bubblewrap', confine: () => ({ file: '', args: [], env: {} }) };
  expect(checkSandbox({ available: true, sandbox }, false)).toMatchObject({ state: 'OK' });
  expect(checkSandbox({ available: false, reason: 'Install bubblewrap.' }, false)).toMatchObject({
    ...{ state: 'LIMITED', remedy: 'Install bubblewrap.' },
  });
  expect(await probeSandbox('win32')).toMatchObject({ available: false });
});

test('who insists on rendering without a sandbox is told what that costs, and how to end it', () => {
  const check = checkSandbox({ available: false, reason: 'Install bubblewrap.' }, true);
  expect(check.remedy).toContain('Install bubblewrap.');
  expect(complianceOf([check], new Date(0))).toMatchObject([{ code: 'SANDBOX', passed: false }]);
});

describe('rights', () => {
  test.each([
    [1_000, 'OK'],
    [0, 'LIMITED'],
  ])('of user %i are %s', async (user, state) => {
    expect(await checkUser(user)).toMatchObject({ state });
  });

  test.each([
    [async () => false, 'OK'],
    [async () => true, 'LIMITED'],
    [async () => Promise.reject(new Error('no net.exe')), 'UNKNOWN'],
  ])('of a system without user numbers', async (isElevated, state) => {
    expect(await checkUser(null, isElevated)).toMatchObject({ state });
  });
});

test.skipIf(process.platform === 'win32')(
  'a folder or a secret that others can open is told of',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    const home = Home.open(join(folder, 'home'));
    const states = async () => (await checkPermissions(home)).map(({ name, state }) => `${name} ${state}`);
    expect(await states()).toEqual(['folder OK', 'credential UNKNOWN']);
    await home.key();
    expect(await states()).toEqual(['folder OK', 'credential OK']);
    await chmod(join(home.folder, 'key.pem'), 0o644);
    await chmod(home.folder, 0o750);
    expect(await states()).toEqual(['folder LIMITED', 'credential LIMITED']);
    expect((await checkPermissions(home, 'win32')).map(({ state }) => state)).toEqual(['UNKNOWN', 'UNKNOWN']);
    await rm(folder, { recursive: true });
  },
);

test('the platform is told what the doctor found, in its words, and of nothing else', () => {
  const found = (name: Check['name'], state: Check['state']): Check => {
    const isWell = state === 'OK' || state === 'UNKNOWN';
    return { name, state, finding: `${name}\nwas looked at.`, remedy: isWell ? null : 'x'.repeat(600) };
  };
  const told = complianceOf(
    [
      found('network', 'BROKEN'),
      found('engines', 'BROKEN'),
      found('clock', 'OK'),
      found('disk', 'LIMITED'),
      found('driver', 'LIMITED'),
      found('driver-age', 'LIMITED'),
      found('system-age', 'UNKNOWN'),
      found('credential', 'UNKNOWN'),
    ],
    new Date(0),
  );
  expect(told.map(({ code, passed, advice }) => [code, passed, advice?.length ?? null])).toEqual([
    ['CLOCK', true, null],
    ['DISK_SPACE', false, 500],
    ['DRIVER', null, 500],
    ['DRIVER_AGE', false, 500],
    ['SYSTEM_AGE', null, null],
    ['CREDENTIAL_PERMISSIONS', null, null],
  ]);
  expect(told[0]).toMatchObject({ finding: 'clock was looked at.', checkedAt: '1970-01-01T00:00:00.000Z' });
});

test.each([
  [10 * 1024 ** 3, 'OK'],
  [1024 ** 3, 'LIMITED'],
  [1024 ** 2, 'BROKEN'],
])('%i bytes of disk are %s', async (free, state) => {
  const read = (async () => ({ bavail: free, bsize: 1 })) as never;
  expect(await checkDisk(new Home(tmpdir()), read)).toMatchObject({ state });
});

test('a miner program that may not be run limits, where mining is on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  const home = new Home(folder);
  expect(await checkMining(home)).toMatchObject({ state: 'OK', finding: 'Mining is off.' });
  await writeFile(home.settings, '{"mining":{"on":true}}');
  expect(await checkMining(home)).toMatchObject({
    state: 'LIMITED',
    finding: expect.stringContaining('no miner'),
  });
  await writeFile(home.miner, '{"path":"/none/t-rex","kind":"T_REX"}');
  expect(await checkMining(home)).toMatchObject({
    state: 'LIMITED',
    finding: expect.stringContaining('not there'),
  });
  await writeFile(home.miner, '{"path":7}');
  expect(await checkMining(home)).toMatchObject({
    state: 'LIMITED',
    finding: expect.stringContaining('anew'),
  });
  await writeFile(home.miner, '{"path":"/bin/sh","kind":"T_REX"}');
  expect(await checkMining(home)).toMatchObject({ state: 'OK', remedy: null });
  await rm(folder, { recursive: true });
});

describe('network and clock', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function gatewayAnswering(
    body: string,
    secondsAhead = 0,
    onSocket?: (socket: WebSocket) => void,
  ): Promise<string> {
    server = createServer((_, response) => {
      response.setHeader('date', new Date(Date.now() + secondsAhead * 1_000).toUTCString());
      response.setHeader('connection', 'close');
      response.end(body);
    });
    if (onSocket)
      new WebSocketServer({ server }).on('connection', (socket) =>
        socket.on('message', () => onSocket(socket)),
      );
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }

  const acknowledge = (socket: WebSocket): void => socket.send('{"type":"connection_ack"}');
  const states = async (gateway: string | undefined) =>
    (await checkNetwork(gateway, systemClock)).map(({ name, state }) => `${name} ${state}`);

  test.each([
    [0, 'clock OK'],
    [60, 'clock LIMITED'],
    [-600, 'clock BROKEN'],
  ])('a platform whose clock is %i s ahead', async (seconds, clock) => {
    const gateway = await gatewayAnswering('{"data":{}}', seconds, acknowledge);
    expect(await states(gateway)).toEqual(['network OK', clock]);
  });

  test.each([
    ['refuses strangers', (socket: WebSocket) => socket.close(4_403, 'Forbidden'), 'network OK'],
    ['something on the way ends', (socket: WebSocket) => socket.close(1_011), 'network BROKEN'],
    ['a proxy does not let through', undefined, 'network BROKEN'],
  ])('a WebSocket that %s', async (_, onSocket, network) => {
    expect(await states(await gatewayAnswering('{"data":{}}', 0, onSocket))).toEqual([network, 'clock OK']);
  });

  test('something else that answers is no platform', async () => {
    expect(await states(await gatewayAnswering('<html>Sign in to the Wi-Fi</html>'))).toContain(
      'network BROKEN',
    );
  });

  test('nothing there, and nobody to ask', async () => {
    expect(await states('http://127.0.0.1:9/graphql')).toEqual(['network BROKEN', 'clock UNKNOWN']);
    expect(await states(undefined)).toEqual(['network LIMITED', 'clock LIMITED']);
  });
});
