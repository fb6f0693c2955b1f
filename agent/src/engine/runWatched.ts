import { scoreOfSpeed } from '@pictor/schema/reference';
import type { Clock } from '../clock.ts';
import type { Engine, EngineTask, Outcome, RunOptions } from './Engine.ts';
import { EngineError } from './EngineError.ts';
import { hungAfterMs } from './hungAfterMs.ts';

/**
 * Has an engine do a task, and ends it as hung by the one rule for all engines. A step is expected to take as long as the
 * longest one so far; before the first, as long as the reference GPU takes for the whole. Throws EngineError.
 */
export async function runWatched(
  engine: Engine,
  task: EngineTask,
  options: RunOptions,
  clock: Clock,
): Promise<Outcome> {
  const hung = new AbortController();
  // A score is milli-units a second, so that of all the work is its milliseconds on the reference GPU.
  let stepMs = scoreOfSpeed(engine.kind, engine.estimate(task));
  let movedAt = clock.elapsed();
  let cancel = (): void => undefined;
  const watch = (): void => {
    cancel();
    cancel = clock.after(hungAfterMs(stepMs), () => hung.abort());
  };
  watch();
  try {
    return await engine.run(task, {
      ...options,
      onProgress: (progress) => {
        const now = clock.elapsed();
        stepMs = Math.max(stepMs, now - movedAt);
        movedAt = now;
        watch();
        options.onProgress(progress);
      },
      signal: AbortSignal.any([options.signal, hung.signal]),
    });
  } catch (error) {
    if (!hung.signal.aborted || options.signal.aborted) throw error;
    const minutes = Math.round((clock.elapsed() - movedAt) / 60_000);
    throw new EngineError('ENGINE_HUNG', `The engine showed no progress for ${minutes} min and was ended.`, {
      cause: error,
    });
  } finally {
    cancel();
  }
}
