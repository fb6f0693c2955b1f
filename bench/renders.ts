import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openAccount, openOperator } from '../e2e/setup/accounts.ts';
import { hasBlender, makeScene } from '../e2e/setup/blender.ts';
import { createWorker } from '../e2e/setup/createWorker.ts';
import { eventually } from '../e2e/setup/eventually.ts';
import { openPlatform } from '../e2e/setup/openPlatform.ts';
import { payIn } from '../e2e/setup/payIn.ts';
import { RealAgent } from '../e2e/setup/RealAgent.ts';
import { submitScene } from '../e2e/setup/submitScene.ts';
import { temporaryFolder } from '../e2e/setup/temporaryFolder.ts';
import { median, printTable } from './table.ts';

const run = promisify(execFile);
const rounds = 3;
const frames = 8;
const size = { width: 640, height: 360, samples: 32 };
const patienceMs = 600_000;
/** Seldom enough that the asking takes nothing from what is measured: an attempt's own times are read, not ours. */
const askEveryMs = 1_000;

/**
 * Frames per hour through the platform, from lease to report, against Blender alone over the same scene and as many
 * frames a process. They take turns, and each pair is compared by itself: a machine's speed drifts more than they differ.
 * No checker runs, because its re-runs would share the machine.
 */
export async function benchRenders(): Promise<void> {
  if (!hasBlender) return;
  using folder = temporaryFolder();
  const scene = await makeScene(folder.path);
  await using platform = await openPlatform();
  const owner = await openAccount(platform.url, 'bench');
  await payIn(await openOperator(platform), owner.id);
  const { id, configuration } = await createWorker(owner.api, 'bench');
  await using _ = await RealAgent.from(configuration, join(folder.path, 'agent'));
  let attempts = 0;
  const renderThrough = async (frameEnd: number): Promise<number> => {
    await submitScene(owner.api, scene, { frameEnd, ...size });
    const seconds = () => lastSeconds(owner.api, id, attempts);
    const took = await eventually('a reported attempt', seconds, patienceMs, askEveryMs);
    attempts++;
    return took;
  };
  await renderThrough(1);
  const bare: number[] = [];
  const through: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const alone = async () => void bare.push(await renderAlone(scene, folder.path));
    const shared = async () => void through.push(await renderThrough(frames));
    for (const measure of round % 2 ? [shared, alone] : [alone, shared]) await measure();
  }
  const perHour = (seconds: readonly number[]) => Math.round((frames * 3_600) / median(seconds));
  printTable(
    `Rendering: ${frames} frames of ${size.width} × ${size.height}, ${size.samples} samples, a process`,
    [
      { what: 'Blender alone', 'frames/h': perHour(bare), 'of the floor': 1 },
      {
        what: 'through the platform',
        'frames/h': perHour(through),
        'of the floor': median(bare.map((seconds, i) => seconds / through[i]!)),
      },
    ],
  );
}

/** Seconds that Blender takes by itself. */
async function renderAlone(scene: string, folder: string): Promise<number> {
  const python = [
    'import bpy',
    's = bpy.context.scene',
    `s.render.resolution_x, s.render.resolution_y = ${size.width}, ${size.height}`,
    's.render.resolution_percentage = 100',
    `s.cycles.samples = ${size.samples}`,
    `s.frame_start, s.frame_end = 1, ${frames}`,
    `s.render.threads_mode, s.render.threads = "FIXED", ${availableParallelism()}`,
  ].join('\n');
  const began = performance.now();
  const { PICTOR_BLENDER: blender = 'blender' } = process.env;
  const output = join(folder, 'alone-####');
  await run(blender, [
    ...['--background', '--factory-startup', scene, '--python-expr', python],
    ...['--render-output', output, '--render-anim'],
  ]);
  return (performance.now() - began) / 1_000;
}

/** Seconds from lease to report of the worker's latest attempt, once there is one more than before. */
async function lastSeconds(
  api: Awaited<ReturnType<typeof openAccount>>['api'],
  id: string,
  before: number,
): Promise<number | undefined> {
  const { worker } = await api.ask<{
    worker: { attempts: { nodes: { state: string; seconds: number }[] } };
  }>('query ($id: ID!) { worker(id: $id) { attempts(first: 100) { nodes { state seconds } } } }', { id });
  const ended = worker.attempts.nodes.filter(({ state }) => state !== 'RUNNING');
  return ended.length > before ? ended[0]!.seconds : undefined;
}
