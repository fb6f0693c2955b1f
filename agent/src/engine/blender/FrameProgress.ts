import type { EngineProgress } from '../Engine.ts';
import { hungAfterMs } from '../hungAfterMs.ts';
import type { BlenderEvent } from './readEvent.ts';
import { isSignOfLife, readSampleShare } from './readSampleShare.ts';

/** How far a run of frames is, from what Blender says. */
export class FrameProgress {
  readonly #total: number;
  readonly #now: () => number;
  #written = 0;
  #share = 0;
  #begunAt: number;
  #longestMs = 0;

  constructor(total: number, now: () => number = () => performance.now()) {
    this.#total = total;
    this.#now = now;
    this.#begunAt = now();
  }

  /** Frames written and the share of the one at work, of all. */
  get progress(): EngineProgress {
    return { done: this.#written + this.#share, total: this.#total };
  }

  /** How long Blender may be silent, in milliseconds. */
  get silenceLimitMs(): number {
    return hungAfterMs(this.#longestMs);
  }

  /** Takes an event of our script into account. */
  event({ event }: BlenderEvent): void {
    if (event === 'BEGUN') this.#begunAt = this.#now();
    if (event !== 'WRITTEN') return;
    this.#longestMs = Math.max(this.#longestMs, this.#now() - this.#begunAt);
    this.#written = Math.min(this.#total, this.#written + 1);
    this.#share = 0;
  }

  /** Takes a line of Blender's own into account; says whether it is a sign of life. */
  line(line: string): boolean {
    const share = readSampleShare(line);
    // Each layer of a scene counts from the start again: progress never goes back.
    if (share !== undefined && this.#written < this.#total) this.#share = Math.max(this.#share, share);
    return share !== undefined || isSignOfLife(line);
  }
}
