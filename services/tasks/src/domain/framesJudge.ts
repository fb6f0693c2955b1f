import type { MadeDocument, RenderTask } from '../model/task.ts';
import { findFrames } from './findFrames.ts';
import { assetIds } from './ids.ts';
import type { Comparison, Judge } from './Judge.ts';
import { lookAtFrame } from './seeFrame.ts';
import { framesAgree } from './verdict.ts';
import { isCheck, wantedFrames } from './wantedFrames.ts';

/** Proves frames of a scene: each by itself, some by their re-run; a black one is for the re-run to tell. */
export const framesJudge: Judge<RenderTask> = {
  async inspect(world, task, made) {
    const wanted = wantedFrames(task, isCheck(task, made));
    const frames = await findFrames(world, [made.attemptId]);
    const missing = wanted.find((number) => !frames.some(({ frame }) => frame.number === number));
    if (missing !== undefined)
      return { ok: false, reasonCode: 'FRAME_MISSING', reason: `Frame ${missing} is missing.` };
    const doubtful: number[] = [];
    for (const each of frames) {
      const { number, black, reasonCode, reason = '' } = (await lookAtFrame(world, task, each)).frame;
      if (reasonCode !== undefined) return { ok: false, reasonCode, reason };
      if (black) doubtful.push(number);
    }
    return { ok: true, doubtful };
  },

  async compare({ pictures, files }, task, made, check) {
    const path = ({ attemptId }: MadeDocument, number: number) =>
      files.path(assetIds.frame(attemptId, number));
    let worst: Comparison | null = null;
    for (const number of wantedFrames(task, true)) {
      const likeness = await pictures.run('compareFrames', {
        frame: path(made, number),
        check: path(check, number),
      });
      if (!likeness) return null;
      worst = worstOf(worst, { agrees: framesAgree(likeness), db: likeness.db });
    }
    return worst;
  },
};

const worstOf = (one: Comparison | null, other: Comparison): Comparison =>
  one ? { agrees: one.agrees && other.agrees, db: Math.min(one.db, other.db) } : other;
