import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { algorithmOf } from './algorithmOf.ts';
import { askMiner } from './askMiner.ts';
import { unread } from './MinerProgram.ts';
import { kindNamed, programs } from './programs.ts';

const order = {
  ...{ pool: 'pool.example:4444', algorithm: 'etchash', wallet: '0xabc', worker: 'attic', apiPort: 4067 },
  extra: ['--lock-cclock', '2100'],
};

describe('T-Rex', () => {
  const { argsOf, readingOf } = programs.T_REX;

  test('is given a pool with its scheme, one GPU, and an API that only this machine reads', () => {
    expect(argsOf(order)).toEqual([
      ...['--algo', 'etchash', '--url', 'stratum+tcp://pool.example:4444', '--user', '0xabc'],
      ...['--worker', 'attic', '--pass', 'x', '--devices', '0'],
      ...['--api-bind-http', '127.0.0.1:4067', '--api-bind-telnet', '0'],
      ...['--api-read-only', '--no-watchdog', '--no-color', '--lock-cclock', '2100'],
    ]);
    const other = argsOf({ ...order, pool: 'stratum+ssl://p.example:1', worker: null, extra: ['--pass=y'] });
    expect(other).toContain('stratum+ssl://p.example:1');
    expect(other.filter((each) => ['--worker', '--pass', 'x'].includes(each))).toEqual([]);
  });

  test.each([
    [
      { hashrate: 5, accepted_count: 1, rejected_count: 0, gpus: [{ power: 100 }, { power: 20.5 }] },
      [5, 1, 0, 120.5],
    ],
    [
      { hashrate: -5, accepted_count: 1.5, rejected_count: '3', gpus: [{ power: 'lots' }] },
      [null, null, null, null],
    ],
    [{ hashrate: 1e300, accepted_count: 2, gpus: [null, { power: 90 }] }, [null, 2, null, 90]],
    [{ hashrate: 0, accepted_count: 0, rejected_count: 0, gpus: {} }, [0, 0, 0, null]],
  ])('of %j what can be true is taken', (answer, [hashesPerSecond, accepted, rejected, powerWatts]) => {
    expect(readingOf(answer)).toEqual({ hashesPerSecond, accepted, rejected, powerWatts });
  });
});

describe('lolMiner', () => {
  const { argsOf, readingOf } = programs.LOLMINER;

  test('is given one GPU, and an API that only this machine reads', () => {
    expect(argsOf(order)).toEqual([
      ...['--algo', 'etchash', '--pool', 'pool.example:4444', '--user', '0xabc', '--worker', 'attic'],
      ...['--devices', 'NVIDIA', '--apihost', '127.0.0.1', '--apiport', '4067', '--nocolor'],
      ...['--lock-cclock', '2100'],
    ]);
  });

  test.each([
    [
      { Total_Performance: 42.5, Performance_Factor: 1e6, Total_Accepted: 7, Total_Rejected: 0 },
      [42_500_000, 7, 0],
    ],
    [{ Total_Performance: 2, Performance_Unit: 'Gh/s', Total_Accepted: 7 }, [2e9, 7, null]],
    [{ Total_Performance: 31, Performance_Unit: 'sol/s' }, [31, null, null]],
    [{ Total_Performance: 31, Performance_Unit: 'parsec' }, [null, null, null]],
    [{ Total_Performance: 1e17, Performance_Factor: 1e6, Total_Accepted: -1 }, [null, null, null]],
    [{ Total_Performance: 'fast', Performance_Factor: 1e6, Total_Rejected: 1 }, [null, null, 1]],
  ])('of %j what can be true is taken', (algorithm, [hashesPerSecond, accepted, rejected]) => {
    const answer = { Algorithms: [algorithm], Workers: [{ Power: 80 }, { Power: null }] };
    expect(readingOf(answer)).toEqual({ hashesPerSecond, accepted, rejected, powerWatts: 80 });
  });
});

test.each([null, 7, 'x', [], {}, { Algorithms: [] }, { Algorithms: 7 }])('%j tells nothing', (answer) => {
  for (const { readingOf } of Object.values(programs)) expect(readingOf(answer)).toEqual(unread);
});

test('a program is known by its name', () => {
  const names = ['t-rex', '/opt/miners/t-rex.exe', 'lolMiner', 'trex', 'xmrig', '/opt/t-rex/start.sh'];
  expect(names.map((name) => kindNamed(name))).toEqual([
    ...['T_REX', 'T_REX', 'LOLMINER', 'T_REX', undefined, undefined],
  ]);
});

test('a coin has the algorithm that each program calls its own, or none; other names are algorithms', () => {
  expect(algorithmOf('etc', 'T_REX')).toBe('etchash');
  expect(algorithmOf('Kaspa', 'LOLMINER')).toBe('KASPA');
  expect(algorithmOf('KAS', 'T_REX')).toBeNull();
  expect(algorithmOf('progpowz', 'T_REX')).toBe('progpowz');
});

describe('a miner that is asked', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function answering(status: number, body: string): Promise<number> {
    server = createServer((_, response) => {
      response.writeHead(status, { connection: 'close', location: '/elsewhere' }).end(body);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  test('is heard', async () => {
    expect(await askMiner(await answering(200, '{"hashrate":1}'), '/summary')).toEqual({ hashrate: 1 });
  });

  test.each([
    [200, '{"hashrate":'],
    [200, `"${'x'.repeat(300_000)}"`],
    [404, '{}'],
    [302, '{}'],
  ])('is not, where it answers %i and rubbish', async (status, body) => {
    await expect(askMiner(await answering(status, body), '/summary')).rejects.toThrow();
  });
});
