import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { canRender, makeScene } from '../../../test/makeScene.ts';
import { systemClock } from '../../clock.ts';
import type { FrameFile } from '../../outbox/entries.ts';
import type { Engine, EngineTask, RunOptions } from '../Engine.ts';
import { EngineError } from '../EngineError.ts';
import { BlenderInstallation } from './BlenderInstallation.ts';
import { createBlenderEngine } from './createBlenderEngine.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

/** Renders for minutes unless it is ended. */
const ENDLESS = { frames: [1], samples: 60_000, width: 1_024, height: 1_024 };

let folder: string;
let cube: string;
let engine: Engine;
let frames: FrameFile[];
let count = 0;

const limits = { priority: 0, threads: 2, mostMemoryBytes: 4 * 1024 ** 3 };
const installation = new BlenderInstallation({ insistWithoutSandbox: false, clock: systemClock });

function start(change: Partial<typeof limits> = {}): void {
  engine = createBlenderEngine({
    installation,
    slot: { index: 0, slots: 1, gpu: null },
    limits: { ...limits, ...change },
  });
}

async function render(
  input: string,
  change: Partial<NonNullable<EngineTask['render']>> = {},
  options: Partial<RunOptions> = {},
  by = engine,
): Promise<FrameFile[]> {
  frames = [];
  const own = join(folder, `task-${count++}`);
  await mkdir(own);
  const work = {
    frames: [1],
    uploaded: [],
    width: 64,
    height: 36,
    samples: 2,
    format: 'PNG8' as const,
    ...change,
  };
  await by.run(
    { input, folder: own, upscale: null, render: work },
    {
      onProgress: () => undefined,
      onFrame: async (frame) => void frames.push(frame),
      signal: new AbortController().signal,
      ...options,
    },
  );
  return frames;
}

/** Processes whose command line holds a text. */
function processes(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}

describe.skipIf(!canRender)('Blender', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'blender-'));
    cube = await makeScene(join(folder, 'cube.blend'));
    start();
  });
  // The kernel may still list for a moment what has been ended.
  afterEach(() => expect.poll(() => processes(folder), { message: 'processes left behind' }).toEqual([]));
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  test('says what it is, and asking again costs nothing', async () => {
    expect(await engine.probe()).toEqual({
      available: true,
      name: expect.stringMatching(/^Blender \d+\.\d+\.\d+$/),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      device: expect.stringMatching(/^[CG]PU$/),
      threads: 2,
    });
    const before = process.cpuUsage();
    for (let i = 0; i < 100; i++) await engine.probe();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 100).toBeLessThan(10_000);
  });

  test('its speed is measured by a scene of its own; a cancelled measurement leaves no process', async () => {
    const own = await mkdtemp(join(folder, 'benchmark-'));
    expect(await engine.benchmark({ folder: own, signal: new AbortController().signal })).toBeGreaterThan(0);
    const other = await mkdtemp(join(folder, 'benchmark-'));
    const cancelled = engine.benchmark({ folder: other, signal: AbortSignal.abort() });
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    const work = {
      frames: [1, 2],
      width: 1_000,
      height: 500,
      samples: 4,
      format: 'PNG8' as const,
      uploaded: [],
    };
    expect(engine.estimate({ upscale: null, render: work })).toBe(4);
  });

  test.each([
    ['PNG8', 'png', 'uchar'],
    ['PNG16', 'png', 'ushort'],
    ['JPEG', 'jpeg', 'uchar'],
  ] as const)('renders the frames asked for as %s', async (format, decoded, depth) => {
    const shares: number[] = [];
    const onProgress: RunOptions['onProgress'] = ({ done, total }) => shares.push(done / total);
    const made = await render(cube, { frames: [2, 5], format }, { onProgress });
    expect(made.map(({ frame }) => frame)).toEqual([2, 5]);
    for (const { path } of made) {
      expect(await sharp(path).metadata()).toMatchObject({ format: decoded, width: 64, height: 36, depth });
      const { channels } = await sharp(path).stats();
      expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(depth === 'uchar' ? 5 : 1_000);
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('what the scene says of size, place and marks is overruled; its transparency is kept', async () => {
    const scene = await makeScene(
      join(folder, 'stubborn.blend'),
      `r = scene.render
r.resolution_x, r.resolution_y, r.resolution_percentage = 1920, 1080, 25
r.use_border, r.use_crop_to_border, r.border_max_x = True, True, 0.5
r.use_stamp, r.use_multiview, r.film_transparent = True, True, True
r.filepath, r.image_settings.file_format = "/etc/passwd", "OPEN_EXR"
scene.cycles.samples = 50000
scene.frame_start, scene.frame_end = 10, 20`,
    );
    const [made] = await render(scene, { frames: [3] });
    const found = await sharp(made?.path).metadata();
    expect(found).toMatchObject({ format: 'png', width: 64, height: 36, channels: 4 });
    expect(JSON.stringify(found.comments ?? [])).not.toMatch(/File|Hostname|Date/);
  });

  test.each([
    ['no camera', 'bpy.data.objects.remove(scene.camera)', {}, 'SCENE_REFUSED', /no camera at frame 1/],
    ['another engine', 'scene.render.engine = "BLENDER_WORKBENCH"', {}, 'SCENE_REFUSED', /BLENDER_WORKBENCH/],
  ])('%s is said in a sentence', async (_, script, change, code, message) => {
    const scene = await makeScene(join(folder, 'odd.blend'), script);
    await expect(render(scene, change)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test.each(['CUDA', 'NONE_SUCH'])(
    'a GPU of the kind %s that has gone is said so, and looked for again',
    async (type) => {
      const state = await installation.look();
      if (!state.usable) return expect.fail(state.reason);
      const doubt = vi.fn();
      const look = async () => ({ ...state, blender: { ...state.blender, gpus: { type, count: 1 } } });
      const bereft = createBlenderEngine({
        installation: { look, doubt },
        slot: { index: 0, slots: 1, gpu: null },
        limits,
      });
      await expect(render(cube, {}, {}, bereft)).rejects.toMatchObject({
        code: 'ENGINE_UNAVAILABLE',
        message: expect.stringMatching(/does not find the GPU any more/),
      });
      expect(doubt).toHaveBeenCalledTimes(1);
      await bereft.close();
    },
  );

  test('a damaged file is said in a sentence', async () => {
    const bytes = await readFile(cube);
    for (const content of [bytes.subarray(0, bytes.length / 2), Buffer.from('no scene'), Buffer.alloc(0)]) {
      await writeFile(join(folder, 'bad.blend'), content);
      await expect(render(join(folder, 'bad.blend'))).rejects.toMatchObject({ code: 'SCENE_REFUSED' });
    }
  });

  test('a frame is handed over before the next one begins to be needed, and one refusal ends the task', async () => {
    const refused = new Error('the disk of the results is full');
    const onFrame = vi.fn(async () => Promise.reject(refused));
    await expect(render(cube, { frames: [1, 2, 3] }, { onFrame })).rejects.toBe(refused);
    expect(onFrame).toHaveBeenCalledOnce();
  });

  test('a cancelled task ends at once with all its processes; one at a time', async () => {
    const cancel = new AbortController();
    const begun = Promise.withResolvers<void>();
    const options = { signal: cancel.signal, onProgress: () => begun.resolve() };
    const running = render(cube, ENDLESS, options);
    await begun.promise;
    await expect(render(cube)).rejects.toMatchObject({ code: 'ENGINE_BUSY' });
    cancel.abort();
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  test('a scene for Eevee is rendered too, or it is said why not', async () => {
    const scene = await makeScene(join(folder, 'eevee.blend'), 'scene.render.engine = "BLENDER_EEVEE"');
    const made = await render(scene).catch((error: EngineError) => error);
    if (made instanceof EngineError) expect(made.message).toMatch(/neither a display nor a GPU/);
    else expect(made).toHaveLength(1);
  });

  test('a scene that takes more memory than it may is ended', async () => {
    start({ mostMemoryBytes: 60 * 1024 ** 2 });
    await expect(render(cube, ENDLESS)).rejects.toMatchObject({ code: 'ENGINE_EXCEEDED' });
    start();
  });

  describe('a hostile scene', () => {
    const secret = join(homedir(), `.pictor-secret-${process.pid}`);
    let server: Server;
    let knocks = 0;
    beforeAll(async () => {
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'lime' } })
        .png()
        .toFile(secret);
      server = createServer(() => knocks++);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(async () => {
      await rm(secret);
      await new Promise((resolve) => server.close(resolve));
    });

    test('brings a script and a driver: neither runs', async () => {
      const scene = await makeScene(
        join(folder, 'script.blend'),
        `text = bpy.data.texts.new("evil.py")
text.write("import bpy\\nbpy.context.scene.camera = None\\nraise SystemExit(9)")
text.use_module = True
driver = bpy.data.objects["Cube"].driver_add("location", 0).driver
driver.expression = "__import__('os')._exit(7) or 1"`,
      );
      expect(await render(scene)).toHaveLength(1);
    });

    test('writes elsewhere by the compositor: nothing comes of it', async () => {
      const elsewhere = join(folder, 'elsewhere');
      await mkdir(elsewhere);
      const scene = await makeScene(
        join(folder, 'output.blend'),
        `scene.use_nodes = True
tree = scene.node_tree
node = tree.nodes.new("CompositorNodeOutputFile")
node.base_path = ${JSON.stringify(elsewhere)}
tree.links.new(tree.nodes["Render Layers"].outputs[0], node.inputs[0])
group = bpy.data.node_groups.new("inner", "CompositorNodeTree")
inner = group.nodes.new("CompositorNodeOutputFile")
inner.base_path = ${JSON.stringify(elsewhere)}
picture = group.nodes.new("CompositorNodeRGB")
group.links.new(picture.outputs[0], inner.inputs[0])
tree.nodes.new("CompositorNodeGroup").node_tree = group`,
      );
      expect(await render(scene)).toHaveLength(1);
      expect(await readdir(elsewhere)).toEqual([]);
    });

    test('shows a picture and links a library of the machine: they are not there', async () => {
      const scene = await makeScene(
        join(folder, 'thief.blend'),
        `scene.render.film_transparent = False
world = scene.world.node_tree
picture = world.nodes.new("ShaderNodeTexEnvironment")
picture.image = bpy.data.images.load(${JSON.stringify(secret)})
world.links.new(picture.outputs[0], world.nodes["Background"].inputs[0])
bpy.data.objects.remove(bpy.data.objects["Cube"])
with bpy.data.libraries.load(${JSON.stringify(cube)}, link=True) as (theirs, ours):
    ours.objects = ["Cube"]
library = bpy.data.libraries[0]
scene.collection.objects.link(ours.objects[0])
library.filepath = "/etc/passwd"`,
      );
      const [made] = await render(scene);
      const { channels } = await sharp(made?.path).stats();
      const [red = 0, green = 0] = channels.map(({ mean }) => mean);
      expect(green).toBeLessThanOrEqual(red + 10);
    });

    test('runs code all the same: it finds no network, no home, no way to write, and no way out', async () => {
      const port = (server.address() as { port: number }).port;
      const { lines } = await runInside(`
import os, socket, json
def attempt(act):
    try:
        act(); return "done"
    except Exception as error:
        return type(error).__name__
print("R", json.dumps({
  "network": attempt(lambda: socket.create_connection(("127.0.0.1", ${port}), 2)),
  "name": attempt(lambda: socket.getaddrinfo("example.com", 80)),
  "secret": attempt(lambda: open(${JSON.stringify(secret)})),
  "passwd": attempt(lambda: open("/etc/passwd")),
  "usr": attempt(lambda: open("/usr/evil", "w")),
  "root": attempt(lambda: open("/evil", "w")),
  "dev": attempt(lambda: open("/dev/evil", "w")),
  "input": attempt(lambda: open(${JSON.stringify(cube)}, "a")),
  "mount": "done" if os.system("mount -t tmpfs none /usr 2>/dev/null") == 0 else "refused",
  "users": "done" if os.system("unshare -U true 2>/dev/null") == 0 else "refused",
  "processes": max(int(p) for p in os.listdir("/proc") if p.isdigit()) < 100,
  "environment": sorted(os.environ),
}), flush=True)`);
      const found = JSON.parse(lines.find((line) => line.startsWith('R '))?.slice(2) ?? 'null');
      expect(found).toMatchObject({
        network: expect.stringMatching(/Error$/),
        name: expect.stringMatching(/error$/),
        secret: 'FileNotFoundError',
        passwd: 'FileNotFoundError',
        usr: 'OSError',
        root: 'OSError',
        dev: 'OSError',
        input: 'OSError',
        mount: 'refused',
        users: 'refused',
        processes: true,
      });
      expect(found.environment).not.toContain('USER');
      expect(knocks).toBe(0);
    });

    test.each([
      [
        'forks without end',
        'import os, time\nfor i in range(200):\n    if os.fork() == 0:\n        time.sleep(600)\ntime.sleep(600)',
        // Whichever is noticed first: forked processes count with all the memory that they share.
        /more than 64 processes|memory/,
      ],
      [
        'fills the disk',
        'import time\nfor i in range(40):\n    open(OUT + "/f%d" % i, "wb").write(bytes(64 << 20))\ntime.sleep(600)',
        /to the disk/,
      ],
      [
        'ignores being asked to end, and hides a child in a session of its own',
        'import os, signal, subprocess, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nsubprocess.Popen(["setsid", "sleep", "987654"])\nprint("R", flush=True)\nx = bytearray(900 << 20)\ntime.sleep(600)',
        /memory/,
      ],
    ])('%s: it is ended with all that it started', async (_, script, message) => {
      const { error } = await runInside(script);
      expect(error).toMatchObject({ code: 'ENGINE_EXCEEDED', message: expect.stringMatching(message) });
      await expect.poll(() => processes('987654')).toEqual([]);
    });
  });
});

/** What a hole in Blender would give a scene: runs a Python script in it, in the sandbox. */
async function runInside(script: string): Promise<{ lines: string[]; error: unknown }> {
  const { runSupervised } = await import('../../sandbox/runSupervised.ts');
  const { blenderArgs } = await import('./blenderArgs.ts');
  const state = await installation.look();
  if (!state.usable) throw new Error(state.reason);
  const own = join(folder, `task-${count++}`);
  const out = join(own, 'out');
  const tmp = join(own, 'tmp');
  for (const each of [own, out, tmp]) await mkdir(each);
  const file = join(own, 'hostile.py');
  await writeFile(file, `OUT = ${JSON.stringify(out)}\n${script}`);
  const { path, sandbox } = state.blender;
  const lines: string[] = [];
  const command = sandbox.confine({
    command: [path, ...blenderArgs({ script: file, scene: cube })],
    readable: [file, cube],
    writable: [out],
    tmp,
    mostFileBytes: 1024 ** 3,
    mostAddressBytes: null,
    gpus: false,
    environment: {},
  });
  try {
    await runSupervised(command, {
      input: '',
      priority: 0,
      onLine: (line) => lines.push(line) > 0,
      silenceLimitMs: () => 60_000,
      wallLimitMs: 60_000,
      killGraceMs: 500,
      mostMemoryBytes: 700 * 1024 ** 2,
      mostProcesses: 64,
      folder: { path: own, mostBytes: 512 * 1024 ** 2 },
      signal: new AbortController().signal,
    });
    return { lines, error: undefined };
  } catch (error) {
    return { lines, error };
  } finally {
    await rm(own, { recursive: true });
  }
}

test.skipIf(canRender)('Blender or bubblewrap is missing here: scenes are not tested', () => undefined);
