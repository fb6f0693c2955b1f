import { setPriority } from 'node:os';
import { EngineError } from './EngineError.ts';
import type { EngineReply, EngineRequest, ProcessOrder } from './messages.ts';

/** Often enough to see it grow, and no burden. */
const PREVIEW_INTERVAL_MS = 5_000;

// Threads inherit the priority of the one that starts them, so it is set before any library is loaded.
const { priority, ...options } = JSON.parse(process.argv[2] ?? '') as ProcessOrder;
setPriority(priority);
// Whoever started this process is gone: nobody is left to stop it.
process.once('disconnect', () => process.exit());

const { judge, referencePicture } = await import('./checkModel.ts');
const { cutRows, readEnlarged } = await import('./cutRows.ts');
const { loadModel } = await import('./loadModel.ts');
const { readPicture, writePicture } = await import('./picture.ts');
const { previewOf } = await import('./previewOf.ts');
const { testPicture } = await import('./testPicture.ts');
const { upscale } = await import('./tiles.ts');

try {
  const { name, model } = await loadModel(options);
  process.on('message', (request: EngineRequest) => void answer(request, model).then(reply, fail));
  reply({ type: 'ready', name });
} catch (error) {
  fail(error);
}

type Model = Awaited<ReturnType<typeof loadModel>>['model'];

async function answer(request: EngineRequest, model: Model): Promise<EngineReply> {
  switch (request.type) {
    case 'run': {
      const { input, output, crop } = request.job;
      const picture = await readPicture(input, crop);
      let shownAt = performance.now();
      const result = await upscale(picture, crop, model, async (progress, sofar) => {
        const isDue = progress.done > 0 && performance.now() - shownAt > PREVIEW_INTERVAL_MS;
        if (isDue) shownAt = performance.now();
        reply({ type: 'progress', ...progress, preview: isDue ? await previewOf(sofar) : null });
      });
      await writePicture(output, result);
      return { type: 'done', width: result.width, height: result.height };
    }
    case 'cut':
      return { type: 'done', ...(await cutRows(request.job)) };
    case 'draw':
      await writePicture(request.output, testPicture());
      return { type: 'drawn' };
    case 'judge': {
      const made = await readEnlarged(request.made, testPicture());
      const { passes, sentence } = judge(made, await referencePicture(model));
      return { type: 'judged', passes, sentence };
    }
  }
}

function reply(message: EngineReply): void {
  process.send?.(message);
}

function fail(error: unknown): void {
  const code = error instanceof EngineError ? error.code : 'ENGINE_FAILED';
  const message = error instanceof Error ? error.message : String(error);
  reply({ type: 'failed', code, message: message.slice(0, 2_000) });
}
