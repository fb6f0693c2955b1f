import { hungAt } from '@pictor/schema/hung';
import { scoreOfSpeed } from '@pictor/schema/reference';
import type { Clock } from '../clock.ts';
import type { Engine, EngineTask, Outcome, RunOptions } from './Engine.ts';
import { EngineError } from './EngineError.ts';

/**
 * Has an engine do a task, and ends it as hung by the one rule for all engines, which the platform goes by too. Whatever
 * the engine reports is a sign of life, progress or not. Throws EngineError.
 */
export async function runWatched(
  engine: Engine,
  task: EngineTask,
  options: RunOptions,
  clock: Clock,
): Promise<Outcome> {
  const hung = new AbortController();
  const since = clock.elapsed();
  // A score is milli-units a second, so that of all the work is its milliseconds on the reference GPU.
  const referenceMs = scoreOfSpeed(engine.kind, engine.estimate(task));
  let aliveAt = since;
  let progress = 0;
  let cancel = (): void => undefined;
  const watch = (): void => {
    cancel();
    const limitMs = hungAt({ since, aliveAt, progress, referenceMs }) - clock.elapsed();
    cancel = clock.after(limitMs, () => hung.abort());
  };
  watch();
  try {
    return await engine.run(task, {
      ...options,
      onProgress: (made) => {
        aliveAt = clock.elapsed();
        progress = made.done / made.total;
        watch();
        options.onProgress(made);
      },
      signal: AbortSignal.any([options.signal, hung.signal]),
    });
  } catch (error) {
    if (!hung.signal.aborted || options.signal.aborted) throw error;
    const [silent, all] = [aliveAt, since].map((from) => Math.round((clock.elapsed() - from) / 60_000));
    throw new EngineError(
      'ENGINE_HUNG',
      `The engine was ended after ${all} min, the last ${silent} of them without a sign of life.`,
      { cause: error },
    );
  } finally {
    cancel();
  }
}
