import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { probeSandbox } from '../agent/src/sandbox/probeSandbox.ts';
import { save } from './save.ts';
import { submit } from './submit.ts';
import { dollars, step } from './terminal.ts';
import { upload } from './upload.ts';
import type { Work } from './Work.ts';

const run = promisify(execFile);
const blender = process.env.PICTOR_BLENDER ?? 'blender';
const script = join(import.meta.dirname, 'scene', 'scene.py');
const frames = {
  ...{ frameStart: 1, frameEnd: 8, frameStep: 1, width: 320, height: 180, samples: 16 },
  format: 'PNG8',
};

const noBlender =
  'Blender is not here, so nothing can be rendered. Install it – `apt install blender bubblewrap` on Debian and Ubuntu, ' +
  'or from blender.org with PICTOR_BLENDER set to its program – and try again.';

/** Why nothing can be rendered on this machine and how to mend it: no Blender, or no sandbox for it; undefined where it can. */
export async function whyNotRender(): Promise<string | undefined> {
  const said = await run(blender, ['--version']).catch(() => undefined);
  if (!said || !/Blender \d+\.\d+\.\d+/.test(said.stdout)) return noBlender;
  const sandbox = await probeSandbox();
  return sandbox.available ? undefined : sandbox.reason;
}

/** Renders a few frames of our own scene, which Blender makes from a script; the archive is saved beside the platform's data. */
export function rendering(dataDir: string): Work {
  return {
    async submit(creator) {
      const scene = join(dataDir, 'scene.blend');
      await run(blender, [
        '--background',
        '--factory-startup',
        '--python-exit-code',
        '3',
        '--python',
        script,
        '--',
        scene,
      ]);
      const assetId = await upload(creator, scene);
      const job = await submit(creator, { name: 'Our scene', assetId, render: frames });
      const { frameEnd, width, height, samples } = frames;
      step(
        `The creator submits a scene: ${frameEnd} frames`,
        `${width} × ${height}, ${samples} samples, at most ${dollars(job.maxCost)}`,
      );
      return job.id;
    },

    async show(creator, jobId) {
      step('Every frame is rendered and looked at, some were rendered again to compare');
      const { job } = await creator.ask<{ job: { render: { archive: { url: string } } } }>(
        'query ($id: ID!) { job(id: $id) { render { archive { url } } } }',
        { id: jobId },
      );
      const path = join(dataDir, 'frames.zip');
      await save(job.render.archive.url, path);
      step('The frames are there', relative('', path));
    },
  };
}
