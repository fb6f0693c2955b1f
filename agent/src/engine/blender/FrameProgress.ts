import type { EngineProgress } from '../Engine.ts';
import type { BlenderEvent } from './readEvent.ts';
import { isSignOfLife, readSampleShare } from './readSampleShare.ts';

/** How far a run of frames is, from what Blender says. */
export class FrameProgress {
  readonly #total: number;
  #written = 0;
  #share = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** Frames written and the share of the one at work, of all. */
  get progress(): EngineProgress {
    return { done: this.#written + this.#share, total: this.#total };
  }

  /** Takes an event of our script into account. */
  event({ event }: BlenderEvent): void {
    if (event !== 'WRITTEN') return;
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
