import { basename, join, relative } from 'node:path';
import { bicubic, psnr } from './quality.ts';
import { save } from './save.ts';
import { submit } from './submit.ts';
import { dollars, note, step } from './terminal.ts';
import { upload } from './upload.ts';
import type { Work } from './Work.ts';

const stillLife = join(import.meta.dirname, 'still-life-640x360.png');
const truth = join(import.meta.dirname, 'still-life-1280x720.png');

/** Upscales a picture, the still life unless another is given; the result is saved beside the platform's data. */
export function upscaling(dataDir: string, picture = stillLife): Work {
  return {
    async submit(creator) {
      const assetId = await upload(creator, picture);
      const job = await submit(creator, { name: basename(picture), assetId, factor: 2 });
      const size = job.input && `${job.input.width} × ${job.input.height}`;
      step(
        `The creator submits ${basename(picture)} for upscaling ×2`,
        `${size}, ${job.taskCount} bands, at most ${dollars(job.maxCost)}`,
      );
      return job.id;
    },

    async show(creator, jobId) {
      step('Every band is upscaled, spot-checked and put together');
      const { job } = await creator.ask<{ job: { result: { url: string; width: number; height: number } } }>(
        'query ($id: ID!) { job(id: $id) { result { url width height } } }',
        { id: jobId },
      );
      const path = join(dataDir, 'result.png');
      await save(job.result.url, path);
      step('The result is there', `${relative('', path)}, ${job.result.width} × ${job.result.height}`);
      if (picture === stillLife) await compare(path);
    },
  };
}

async function compare(result: string) {
  const [ours, plain] = await Promise.all([
    psnr(result, truth),
    bicubic(stillLife).then((picture) => psnr(picture, truth)),
  ]);
  note(
    'worth',
    `${ours.toFixed(1)} dB PSNR against the true rendering at that size; bicubic: ${plain.toFixed(1)} dB`,
  );
}
