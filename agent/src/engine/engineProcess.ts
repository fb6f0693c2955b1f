import { setPriority } from 'node:os';
import type { UpscaleJob } from './UpscaleJob.ts';
import { EngineError } from './EngineError.ts';
import type { EngineReply, EngineRequest, ProcessOrder } from './messages.ts';

// Threads inherit the priority of the one that starts them, so it is set before any library is loaded.
const { priority, ...options } = JSON.parse(process.argv[2] ?? '') as ProcessOrder;
setPriority(priority);
// Whoever started this process is gone: nobody is left to stop it.
process.once('disconnect', () => process.exit());

const { loadModel } = await import('./loadModel.ts');
const { readPicture, writePicture } = await import('./picture.ts');
const { upscale } = await import('./tiles.ts');

try {
  const { name, model } = await loadModel(options);
  process.on('message', ({ job }: EngineRequest) => void run(job, model).catch(fail));
  reply({ type: 'ready', name });
} catch (error) {
  fail(error);
}

async function run(job: UpscaleJob, model: Awaited<ReturnType<typeof loadModel>>['model']): Promise<void> {
  const picture = await readPicture(job.input, job.crop);
  const result = await upscale(picture, job.crop, model, (progress) =>
    reply({ type: 'progress', ...progress }),
  );
  await writePicture(job.output, result);
  reply({ type: 'done', width: result.width, height: result.height });
}

function reply(message: EngineReply): void {
  process.send?.(message);
}

function fail(error: unknown): void {
  const code = error instanceof EngineError ? error.code : 'ENGINE_FAILED';
  reply({ type: 'failed', code, message: error instanceof Error ? error.message : String(error) });
}
