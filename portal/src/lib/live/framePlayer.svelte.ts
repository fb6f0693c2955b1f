import { framesAPage, type FramePages } from './framePages.svelte.ts';
import type { Reel } from './reel.ts';

/** Frames a second. */
export const playSpeed = 24;
/** How many pictures are loaded ahead: two seconds. */
const ahead = 2 * playSpeed;

/** Plays the frames that are there, one a tick; waits where a picture has not come, skips frames that are not there. */
export class FramePlayer {
  readonly #pages: FramePages;
  readonly #reel: Reel;
  #place: number | undefined = $state();
  #playing = $state(false);
  #shown: string | undefined = $state();

  constructor(pages: FramePages, reel: Reel) {
    this.#pages = pages;
    this.#reel = reel;
  }

  /** The place that is shown: until someone chooses, the first frame that is there. */
  get place(): number {
    return this.#place ?? this.#nextThere(-1) ?? 0;
  }

  /** Whether it plays. */
  get playing(): boolean {
    return this.#playing;
  }

  /** The picture shown while it plays; undefined before the first. */
  get shown(): string | undefined {
    return this.#shown;
  }

  /** Starts to play from the place that is shown; from the first frame again at the end. */
  play(): void {
    const { place } = this;
    this.#place = place >= this.#pages.count - 1 ? 0 : place;
    this.#shown = undefined;
    this.#playing = true;
  }

  /** Stops where it is. */
  pause(): void {
    this.#playing = false;
  }

  /** Goes to a place. */
  seek(place: number): void {
    this.#place = place;
    this.#shown = undefined;
    this.#pages.want(place);
  }

  /** The next frame, if it plays and its picture has come. */
  tick(): void {
    if (!this.#playing) return;
    const last = this.place;
    if (last >= this.#pages.count - 1) return this.pause();
    const next = this.#nextThere(last);
    if (next === undefined) {
      const scanned = Math.min(this.#pages.count - 1, last + framesAPage);
      if (this.#isKnown(last + 1, scanned)) this.#place = scanned;
      return;
    }
    this.#loadAhead(next);
    const picture = this.#reel.ready(next);
    if (picture === 'loading') return;
    if (picture === 'lost') this.#pages.lost(next);
    else this.#shown = picture.address;
    this.#place = next;
  }

  /** The next place after one whose frame is there, at most a page further on. */
  #nextThere(after: number): number | undefined {
    const end = Math.min(this.#pages.count, after + 1 + framesAPage);
    for (let place = after + 1; place < end; place++) {
      const frame = this.#pages.at(place);
      if (!frame) return undefined;
      if (frame.previewUrl) return place;
    }
    return undefined;
  }

  /** Whether all frames from one place to another have come; asks for the first that has not. */
  #isKnown(from: number, to: number): boolean {
    for (let place = from; place <= to; place++) {
      if (this.#pages.at(place)) continue;
      this.#pages.want(place);
      return false;
    }
    return true;
  }

  #loadAhead(from: number): void {
    let place: number | undefined = from;
    for (let count = 0; count < ahead && place !== undefined; count++) {
      this.#reel.want(place, this.#pages.at(place)!.previewUrl!);
      place = this.#nextThere(place);
    }
    // The page after the one being played comes before its first frame is due.
    this.#pages.want(from + framesAPage / 2);
  }
}
