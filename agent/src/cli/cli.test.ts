import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakePlatform } from '../../test/FakePlatform.ts';
import { canRender, makeScene } from '../../test/makeScene.ts';
import { readStatus } from '../home/statusFile.ts';
import { cli } from './cli.ts';

vi.setConfig({ testTimeout: 60_000 });

const main = fileURLToPath(new URL('../main.js', import.meta.url));
const still = fileURLToPath(new URL('../../../demo/still-life-640x360.png', import.meta.url));

let folder: string;
let home: string;
let platform: FakePlatform;
let said: string[];
const agents: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  home = join(folder, 'home');
  platform = new FakePlatform();
  await platform.listen();
  said = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const agent of agents.splice(0)) {
    if (agent.exitCode !== null || agent.signalCode !== null) continue;
    agent.kill('SIGKILL');
    await once(agent, 'exit');
  }
  await platform.close();
  await rm(folder, { recursive: true });
});

async function configurationFile(change: Record<string, unknown> = {}): Promise<string> {
  const path = join(folder, 'attic.json');
  const content = {
    version: 1,
    gateway: platform.gateway,
    workerId: 'w1',
    workerName: 'Attic',
    enrolmentToken: platform.enrolmentToken,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...change,
  };
  await writeFile(path, JSON.stringify(content));
  return path;
}

const importFile = async (change?: Record<string, unknown>) =>
  cli(['import', await configurationFile(change), '--home', home]);

function start(): ChildProcess {
  const agent = spawn(process.execPath, [main, 'start', '--json', '--home', home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  agent.stdout.resume();
  agents.push(agent);
  return agent;
}

const soon = <T>(what: () => T) => vi.waitFor(what, { timeout: 60_000, interval: 20 });

describe('the command line', () => {
  test.each([
    [['dance'], /no command "dance"/],
    [['start', 'now'], /takes nothing more/],
    [['import'], /takes one file/],
    [['import', 'a', 'b'], /takes one file/],
    [['install', '--json'], /--json does not go with install/],
    [['--home', 'x'], /A command is missing/],
    [['start', '--log', 'loud'], /--log is/],
    [['resume', '--until', '2h'], /--until does not go with resume/],
    [['settings', 'upscale'], /a name and a value/],
    [['mining', '--until', '2h'], /--until does not go with mining/],
    [['constructor'], /no command "constructor"/],
    [['start', '--frobnicate'], /frobnicate/],
  ])('%j is refused', async (args, sentence) => {
    expect(await cli(args)).toBe(2);
    expect(said.join('\n')).toMatch(sentence);
  });

  test('help is given, asked for or not', async () => {
    expect(await cli([])).toBe(0);
    expect(await cli(['import', '--help'])).toBe(0);
    expect(said[0]).toContain('pictor-worker import FILE');
  });
});

describe('import', () => {
  test('makes the home the worker of the file, and again does no harm', async () => {
    expect(await importFile()).toBe(0);
    expect(said).toEqual([
      `This machine is now Attic (w1). Start it with: pictor-worker start --home ${home}`,
    ]);
    const key = platform.publicKey;
    expect(await importFile()).toBe(0);
    expect(platform.publicKey).toBe(key);
    platform.refusals.set('enrolWorker', 'ENROLMENT_TOKEN_USED');
    expect(await importFile()).toBe(0);
    expect(said.at(-1)).toBe('This machine is Attic (w1) already.');
    expect(JSON.parse(await readFile(join(home, 'worker.json'), 'utf8'))).toMatchObject({
      workerId: 'w1',
      credential: platform.credential,
    });
  });

  test('says it in JSON where that is wanted', async () => {
    const file = await configurationFile();
    expect(await cli(['import', file, '--home', home, '--json'])).toBe(0);
    platform.refusals.set('enrolWorker', 'ENROLMENT_TOKEN_USED');
    expect(await cli(['import', file, '--home', home, '--json'])).toBe(0);
    const worker = { workerId: 'w1', workerName: 'Attic', running: false };
    expect(said.map((line) => JSON.parse(line) as unknown)).toEqual([
      { ...worker, isNew: true },
      { ...worker, isNew: false },
    ]);
  });

  test('an answer lost on the way is asked for again with the same key', async () => {
    platform.setDown(true);
    expect(await importFile()).toBe(1);
    expect(said[0]).toMatch(/cannot be reached.*import the file again later/);
    platform.setDown(false);
    expect(await importFile()).toBe(0);
  });

  test('a home of another worker is not taken', async () => {
    await importFile();
    expect(await importFile({ workerId: 'w2', workerName: 'Cellar' })).toBe(1);
    expect(said.at(-1)).toMatch(/belongs to Attic \(w1\). Give Cellar a folder of its own/);
  });

  test('a refusal is told with its code, an old or broken file before anything is asked', async () => {
    expect(await importFile({ enrolmentToken: 'used' })).toBe(1);
    expect(said.at(-1)).toContain('ENROLMENT_TOKEN_INVALID');
    expect(await importFile({ expiresAt: '2020-01-01T00:00:00Z' })).toBe(1);
    expect(await importFile({ gateway: 7, workerId: undefined })).toBe(1);
    expect(platform.publicKey).toBeUndefined();
  });
});

describe('mining', () => {
  const mining = async (...words: string[]) => {
    said.length = 0;
    return cli(['mining', '--home', home, ...words]);
  };

  test('is off until everything is set and it is switched on', async () => {
    expect(await mining()).toBe(0);
    expect(said.join()).toContain('mining    off');
    for (const words of [
      ['pool', 'stratum+ssl://pool.example:4444'],
      ['coin', 'ETC'],
      ['wallet', '0xabc'],
      ['worker', 'attic'],
      ['earning', '0.45'],
      ['extra', '--', '--lock-cclock', '2100', '--pass', 'a b;$(id)'],
      ['program', '/bin/sh', 't-rex'],
      ['on'],
    ])
      expect(await mining(...words)).toBe(0);
    expect(await mining('--json')).toBe(0);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({
      ...{ on: true, pool: 'stratum+ssl://pool.example:4444', coin: 'ETC', wallet: '0xabc', worker: 'attic' },
      extra: ['--lock-cclock', '2100', '--pass', 'a b;$(id)'],
      earning: { microUsdPerDay: 450_000 },
      program: { path: '/bin/sh', kind: 'T_REX' },
      status: null,
    });
    expect(await mining('extra')).toBe(0);
    expect(await mining('program', 'off')).toBe(0);
    expect(said.join('\n')).toMatch(/program {3}none[^]*extra {5}none/);
  });

  test.each([
    [['dance'], /There is no "mining dance"/],
    [['on', 'now'], /takes nothing more/],
    [['pool', 'http://pool.example'], /must be host:port/],
    [['coin'], /takes one value/],
    [['earning', 'much'], /an amount of US dollars/],
    [['extra', '--', '--script-start', '/bin/sh'], /--script-start cannot be set here/],
    [['program', '/bin/sh'], /Say which program it speaks like/],
    [['program', 't-rex'], /not an absolute path/],
    [['program', '/none/t-rex'], /not there/],
  ])('%j is refused', async (words, sentence) => {
    expect(await mining(...words)).toBe(1);
    expect(said.join('\n')).toMatch(sentence);
  });
});

describe('what the owner sets', () => {
  const settings = async () => {
    said.length = 0;
    expect(await cli(['settings', '--json', '--home', home])).toBe(0);
    return JSON.parse(said[0] ?? '') as Record<string, unknown>;
  };

  test('holds without an agent', async () => {
    expect(await cli(['settings', 'max-temperature', '80', '--home', home])).toBe(0);
    expect(await cli(['drain', '--until', '2h', '--home', home])).toBe(0);
    expect(await settings()).toMatchObject({ maximumTemperature: 80, pause: { kind: 'DRAIN' } });
    expect(await cli(['resume', '--home', home])).toBe(0);
    expect(await settings()).toMatchObject({ maximumTemperature: 80, pause: null });
    expect(await cli(['settings', 'max-temperature', 'warm', '--home', home])).toBe(1);
    expect(await cli(['pause', '--until', 'soon', '--home', home])).toBe(1);
    expect(said.at(-1)).toMatch(/--until is a time to come/);
  });

  test('reaches a running agent, whose page waits for an import until then', async () => {
    const agent = start();
    const page = await soon(async () => {
      said.length = 0;
      expect(await cli(['page', '--home', home])).toBe(0);
      return said[0] ?? '';
    });
    expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    expect(await cli(['status', '--home', home])).toBe(0);
    expect(said.at(-1)).toMatch(/waits for a configuration/);
    expect(await importFile()).toBe(0);
    await soon(() => expect(platform.heartbeats.length).toBeGreaterThan(0));
    expect(await cli(['pause', '--home', home])).toBe(0);
    await soon(async () => {
      expect((await readStatus(join(home, 'status.json')))?.holds).toEqual([
        { by: 'OWNER', intent: 'PAUSE', until: null },
      ]);
    });
    expect(await cli(['settings', 'render', 'off', '--home', home])).toBe(0);
    expect(await settings()).toMatchObject({ enginesOff: ['RENDER'], pause: { kind: 'PAUSE' } });
    said.length = 0;
    expect(await cli(['logs', '--json', '--home', home])).toBe(0);
    expect(said.join('\n')).toContain('"msg":"online"');
    expect(said.join('\n')).not.toContain(platform.credential);
    agent.kill('SIGTERM');
    expect(await once(agent, 'exit')).toEqual([0, null]);
    expect(await cli(['page', '--home', home])).toBe(4);
  });

  test('the doctor finds what is broken and says how to mend it', async () => {
    await importFile();
    said.length = 0;
    expect(await cli(['doctor', '--json', '--home', home])).toBe(0);
    const { checks } = JSON.parse(said[0] ?? '') as { checks: { name: string; state: string }[] };
    expect(checks.map(({ name }) => name)).toEqual([
      'configuration',
      'engines',
      'driver',
      'system-age',
      'sandbox',
      'disk',
      'folder',
      'credential',
      'user',
      'network',
      'clock',
      'mining',
    ]);
    await platform.close();
    expect(await cli(['doctor', '--home', home])).toBe(1);
    expect(said.join('\n')).toMatch(/^broken +network .*cannot be reached.*\n +→ Check/m);
    await platform.listen();
  });
});

describe('start and status', () => {
  test('before an import they say what to do', async () => {
    expect(await cli(['start', '--no-page', '--home', home])).toBe(1);
    expect(await cli(['status', '--home', join(folder, 'none')])).toBe(4);
    expect(said).toEqual([
      expect.stringContaining('import its configuration'),
      expect.stringContaining('Import a configuration'),
    ]);
  });

  test('a real agent upscales a band, tells its status, refuses a second one and stops cleanly', async () => {
    await importFile();
    const band = await sharp(still).extract({ left: 0, top: 100, width: 640, height: 84 }).png().toBuffer();
    platform.addTask(band, { width: 640, height: 84, keepTop: 12, keepHeight: 60 });
    const agent = start();
    await soon(() => expect(platform.completed).toHaveLength(1));
    const [result] = platform.uploads.values();
    expect(await sharp(result).metadata()).toMatchObject({
      format: 'png',
      width: 1280,
      height: 120,
      channels: 3,
    });
    await soon(async () => {
      said.length = 0;
      expect(await cli(['status', '--json', '--home', home])).toBe(0);
      expect(JSON.parse(said[0] ?? '')).toMatchObject({
        running: true,
        connection: 'ONLINE',
        tasks: [],
        pid: agent.pid,
      });
    });
    expect(await cli(['status', '--home', home])).toBe(0);
    expect(said.at(-1)).toContain('Attic (w1) is online');

    const [code] = (await once(start(), 'exit')) as [number];
    expect(code).toBe(1);

    agent.kill('SIGTERM');
    expect(await once(agent, 'exit')).toEqual([0, null]);
    expect(await cli(['status', '--home', home])).toBe(4);
    expect(said.at(-1)).toContain('is not running');
  });

  test('an agent killed in mid-task does it again when it is back', async () => {
    await importFile();
    const large = await sharp(still)
      .resize(600, 480, { fit: 'fill' })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const task = platform.addTask(large, { width: 600, height: 480, keepTop: 0, keepHeight: 480 });
    const first = start();
    const path = join(home, 'status.json');
    await soon(async () => expect((await readStatus(path))?.tasks[0]?.progress).toBeGreaterThan(0));
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(task.state).toBe('RUNNING');
    start();
    await soon(() => expect(task.state).toBe('REPORTED'));
    expect(platform.completed).toHaveLength(1);
    expect(platform.failed).toEqual([]);
  });

  test.skipIf(!canRender)(
    'an agent killed between two frames of a scene renders the others alone',
    async () => {
      await importFile();
      const scene = await readFile(await makeScene(join(folder, 'cube.blend')));
      const task = platform.addRender(scene, [1, 2, 3, 4], { width: 320, height: 180, samples: 32 });
      const first = start();
      await soon(() => expect(platform.frameUploads.length).toBeGreaterThan(0));
      first.kill('SIGKILL');
      await once(first, 'exit');
      expect(task.state).toBe('RUNNING');
      start();
      await soon(() => expect(task.state).toBe('REPORTED'));
      expect(platform.frameUploads).toEqual([1, 2, 3, 4]);
      expect(platform.completed).toHaveLength(1);
      expect(platform.failed).toEqual([]);
      for (const assetId of task.frames.values())
        expect(await sharp(platform.uploads.get(assetId)).metadata()).toMatchObject({
          width: 320,
          height: 180,
        });
    },
  );

  test('an agent whose worker was deleted ends and says so', async () => {
    await importFile();
    const agent = start();
    await soon(() => expect(platform.heartbeats.length).toBeGreaterThan(0));
    platform.reject({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(await once(agent, 'exit')).toEqual([3, null]);
  });
});
