import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { seriousViolations } from './setup/accessibility.ts';
import { openAccount, openOperator } from './setup/accounts.ts';
import { hasBlender, makeScene, makeSceneWith } from './setup/blender.ts';
import { hasBrowser } from './setup/browser.ts';
import { childrenOf, isAlive } from './setup/childrenOf.ts';
import { createWorker } from './setup/createWorker.ts';
import { eventually } from './setup/eventually.ts';
import { expectPaidOnce } from './setup/expectPaidOnce.ts';
import { openPlatform } from './setup/openPlatform.ts';
import { payIn } from './setup/payIn.ts';
import { readJob } from './setup/readJob.ts';
import { RealAgent } from './setup/RealAgent.ts';
import { readFrames, submitScene } from './setup/submitScene.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';
import { Visitor } from './setup/Visitor.ts';

const patienceMs = 150_000;

/** A platform with somebody who creates jobs and provides workers, with money. */
async function open(checker: boolean) {
  const platform = await openPlatform({ checker });
  const owner = await openAccount(platform.url, 'owner');
  await payIn(await openOperator(platform), owner.id);
  return { platform, owner };
}

describe.skipIf(!hasBlender)('a scene', () => {
  let scene: string;
  beforeAll(async () => {
    const folder = temporaryFolder();
    scene = await makeScene(folder.path);
    return () => folder[Symbol.dispose]();
  });

  test('is rendered by an agent that dies and comes back, proven by the checker, archived and paid once', async () => {
    using folder = temporaryFolder();
    const { platform, owner } = await open(true);
    await using _ = platform;
    const { configuration } = await createWorker(owner.api, 'Studio PC');
    const home = join(folder.path, 'agent');
    const agent = await RealAgent.from(configuration, home);
    const jobId = await submitScene(owner.api, scene, { frameEnd: 6, samples: 16 });
    await eventually(
      'a frame that shows before its task is done',
      async () => (await readFrames(owner.api, jobId)).frames.some(({ previewUrl }) => previewUrl !== null),
      patienceMs,
    );
    const children = childrenOf(agent.pid);
    await agent.kill();
    await eventually('what it started ends with it', async () => !children.some(isAlive));
    await using _again = agent.restart();
    await eventually('done', async () => (await readJob(owner.api, jobId)).state === 'DONE', patienceMs);

    const job = await expectPaidOnce(owner, jobId);
    expect(job.tasks[0]!.attempts.filter(({ worker }) => worker !== null)).toHaveLength(1);
    const { frames, archive } = await readFrames(owner.api, jobId);
    expect(frames.map(({ state }) => state)).toEqual(Array(6).fill('VERIFIED'));
    for (const { file } of frames) {
      const picture = Buffer.from(await (await fetch(file!.url)).arrayBuffer());
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 160, height: 90 });
    }
    const zip = await fetch(archive!.url);
    expect(zip.headers.get('content-disposition')).toBe('attachment');
    expect((await zip.arrayBuffer()).byteLength).toBeGreaterThan(6 * 1_000);
  });

  test('goes on in the same attempt when the agent is stopped in mid-frame and started again', async () => {
    using folder = temporaryFolder();
    const { platform, owner } = await open(false);
    await using _ = platform;
    const { configuration } = await createWorker(owner.api, 'Studio PC');
    const home = join(folder.path, 'agent');
    await using agent = await RealAgent.from(configuration, home);
    const jobId = await submitScene(owner.api, scene, { frameEnd: 3, samples: 256 });
    await eventually(
      'a frame that is done, and another under way',
      async () => {
        const [task] = (await agent.status())?.tasks ?? [];
        return task && task.progress > 0.35 && task.progress < 0.9;
      },
      patienceMs,
    );
    const children = childrenOf(agent.pid);
    await agent.stop();
    expect(children.filter(isAlive)).toEqual([]);
    expect(readdirSync(join(home, 'results'), { recursive: true })).toContainEqual(
      expect.stringMatching(/1\.png$/),
    );
    await using _again = agent.restart();
    const tries = async () => (await readJob(owner.api, jobId)).tasks.flatMap(({ attempts }) => attempts);
    await eventually('reported', async () => (await tries()).at(-1)?.state === 'REPORTED', patienceMs);
    expect(await tries()).toHaveLength(1);
    expect((await readFrames(owner.api, jobId)).frames.every(({ file }) => file !== null)).toBe(true);
    expect((await agent.log()).match(/"msg":"task begun"/g)).toHaveLength(2);
  });

  test('that is hostile reads nothing of the host, writes nothing to it and runs nothing', async () => {
    using folder = temporaryFolder();
    const { platform, owner } = await open(true);
    await using _ = platform;
    const { configuration } = await createWorker(owner.api, 'Studio PC');
    await using _agent = await RealAgent.from(configuration, join(folder.path, 'agent'));
    const loot = join(folder.path, 'loot');
    const secret = join(folder.path, 'secret.png');
    writeFileSync(
      secret,
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    );
    const hostile = await makeSceneWith(
      folder.path,
      `
text = bpy.data.texts.new("evil.py")
text.use_module = True
text.from_string("open('${loot}', 'w').write('script')")
cube = bpy.data.objects[0]
drive = cube.driver_add("location", 0).driver
drive.type = "SCRIPTED"
drive.expression = "__import__('os').system('touch ${loot}')"
scene = bpy.context.scene
scene.render.filepath = "${loot}"
scene.use_nodes = True
tree = scene.node_tree
layers = next((n for n in tree.nodes if n.type == "R_LAYERS"), None) or tree.nodes.new("CompositorNodeRLayers")
out = tree.nodes.new("CompositorNodeOutputFile")
out.base_path = "${loot}"
tree.links.new(layers.outputs[0], out.inputs[0])
image = bpy.data.images.new("linked", 8, 8)
image.source = "FILE"
image.filepath = "${secret}"
world = scene.world
world.use_nodes = True
texture = world.node_tree.nodes.new("ShaderNodeTexEnvironment")
texture.image = image
background = next(n for n in world.node_tree.nodes if n.type == "BACKGROUND")
world.node_tree.links.new(texture.outputs[0], background.inputs[0])
`,
    );
    const jobId = await submitScene(owner.api, hostile, { frameEnd: 1 });
    await eventually('done', async () => (await readJob(owner.api, jobId)).state === 'DONE', patienceMs);
    expect(existsSync(loot)).toBe(false);
    const [frame] = (await readFrames(owner.api, jobId)).frames;
    const { dominant } = await sharp(
      Buffer.from(await (await fetch(frame!.file!.url)).arrayBuffer()),
    ).stats();
    expect(dominant.r > 200 && dominant.g < 60 && dominant.b < 60, 'lit by the secret').toBe(false);
  });

  test.skipIf(!hasBrowser)('is submitted, followed and downloaded in a browser', async () => {
    using folder = temporaryFolder();
    await using platform = await openPlatform({ checker: true, portal: true });
    const owner = await openAccount(platform.url, 'owner');
    await payIn(await openOperator(platform), owner.id);
    const { configuration } = await createWorker(owner.api, 'Studio PC');
    await using _agent = await RealAgent.from(configuration, join(folder.path, 'agent'));
    await using visitor = await Visitor.at(platform.url);
    const page = await visitor.open('/sign-in');
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password').fill(owner.password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click();
    await page.getByLabel('Drop a picture here, or a scene').setInputFiles(scene);
    for (const [label, value] of Object.entries({ 'Last frame': 3, 'Width, px': 160, 'Height, px': 90 }))
      await page.getByLabel(label).fill(String(value));
    await page.getByLabel('Samples of each pixel').fill('4');
    await page.getByRole('button', { name: 'Submit job' }).click();
    await page.waitForURL('**/jobs/*');
    await page.getByRole('heading', { name: 'scene is ready.' }).waitFor({ timeout: patienceMs });
    await page.getByText('3 of 3 verified').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: /Download three frames/ }).click();
    const path = join(folder.path, 'frames.zip');
    await (await downloading).saveAs(path);
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect(visitor.problems).toEqual([]);
  });

  test('that cannot be rendered fails in a plain sentence and is not paid', async () => {
    using folder = temporaryFolder();
    const { platform, owner } = await open(false);
    await using _ = platform;
    await using agents = new AsyncDisposableStack();
    for (const name of ['one', 'two', 'three']) {
      const { configuration } = await createWorker(owner.api, name);
      agents.use(await RealAgent.from(configuration, join(folder.path, name)));
    }
    const blind = await makeSceneWith(folder.path, 'bpy.context.scene.camera = None');
    const jobId = await submitScene(owner.api, blind, { frameEnd: 1 });
    await eventually('failed', async () => (await readJob(owner.api, jobId)).state === 'FAILED', patienceMs);
    const { tasks, charge } = await readJob(owner.api, jobId);
    const tried = tasks[0]!.attempts;
    expect(tried.every(({ state, reasonCode }) => state === 'FAILED' && reasonCode !== null)).toBe(true);
    expect(new Set(tried.map(({ worker }) => worker!.id)).size).toBe(3);
    expect(charge!.rewards).toBe('0');
  });
});
