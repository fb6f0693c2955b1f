import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { FakeEngine } from '../../test/FakeEngine.ts';
import { systemClock } from '../clock.ts';
import { Home } from '../home/Home.ts';
import { CommandError } from '../metrics/createCommand.ts';
import { checkDisk } from './checkDisk.ts';
import { checkDriver } from './checkDriver.ts';
import { checkEngines } from './checkEngines.ts';
import { checkNetwork } from './checkNetwork.ts';
import { checkSandbox } from './checkSandbox.ts';

const absent = () => Promise.reject(new CommandError('ABSENT', 'it is not installed'));

describe('the driver', () => {
  test.each([
    [{ gpus: [], problem: null }, 'LIMITED'],
    [{ gpus: [], problem: 'nvidia-smi failed with 9' }, 'BROKEN'],
  ])('%j is %s', async (report, state) => {
    expect(await checkDriver(async () => report)).toMatchObject({ state, remedy: expect.any(String) });
  });
});

describe('the engines', () => {
  test('both', async () => {
    const blender = async () => 'Blender 4.2.1 LTS\n\tbuild date: x\n';
    expect(await checkEngines(new FakeEngine(), blender)).toMatchObject({
      state: 'OK',
      finding: expect.stringContaining('Blender 4.2.1.'),
    });
  });

  test('no Blender limits, no upscaling breaks', async () => {
    const engine = new FakeEngine();
    expect(await checkEngines(engine, absent)).toMatchObject({ state: 'LIMITED' });
    engine.probed = { available: false, reason: 'no such library' };
    expect(await checkEngines(engine, absent)).toMatchObject({
      state: 'BROKEN',
      finding: expect.stringContaining('no such library'),
    });
  });
});

test('the sandbox', async () => {
  expect(await checkSandbox(async () => '', 'linux')).toMatchObject({ state: 'OK' });
  expect(await checkSandbox(absent, 'linux')).toMatchObject({ state: 'LIMITED' });
  expect(await checkSandbox(async () => '', 'win32')).toMatchObject({ state: 'LIMITED' });
});

test.each([
  [10 * 1024 ** 3, 'OK'],
  [1024 ** 3, 'LIMITED'],
  [1024 ** 2, 'BROKEN'],
])('%i bytes of disk are %s', async (free, state) => {
  const read = (async () => ({ bavail: free, bsize: 1 })) as never;
  expect(await checkDisk(new Home(tmpdir()), read)).toMatchObject({ state });
});

describe('network and clock', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function gatewayAnswering(body: string, secondsAhead = 0): Promise<string> {
    server = createServer((_, response) => {
      response.setHeader('date', new Date(Date.now() + secondsAhead * 1_000).toUTCString());
      response.setHeader('connection', 'close');
      response.end(body);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }

  const states = async (gateway: string | undefined) =>
    (await checkNetwork(gateway, systemClock)).map(({ name, state }) => `${name} ${state}`);

  test.each([
    [0, 'clock OK'],
    [60, 'clock LIMITED'],
    [-600, 'clock BROKEN'],
  ])('a platform whose clock is %i s ahead', async (seconds, clock) => {
    expect(await states(await gatewayAnswering('{"data":{}}', seconds))).toEqual(['network OK', clock]);
  });

  test('something else that answers is no platform', async () => {
    expect(await states(await gatewayAnswering('<html>Sign in to the Wi-Fi</html>'))).toContain(
      'network BROKEN',
    );
  });

  test('nothing there, and nobody to ask', async () => {
    expect(await states('http://127.0.0.1:9/graphql')).toEqual(['network BROKEN', 'clock LIMITED']);
    expect(await states(undefined)).toEqual(['network LIMITED', 'clock LIMITED']);
  });
});
