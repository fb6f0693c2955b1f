import { SvelteMap } from 'svelte/reactivity';
import type { FrameNowFragment } from '#lib/generated/graphql.ts';
import { isOpen } from '#lib/look/frameState.ts';

/** How many frames are asked for at once: the most that the API gives. */
export const framesAPage = 256;

const atMostEvery = 2_000;
/** Addresses end after 15 min. */
const freshFor = 12 * 60_000;
const retryAfter = 10_000;

/** Asks for frames after a number; undefined when they could not be had. */
export type AskFrames = (
  first: number,
  after: number | null,
) => Promise<readonly FrameNowFragment[] | undefined>;

/** Which numbers the frames of a job have. */
export interface Numbers {
  start: number;
  step: number;
  count: number;
}

interface Page {
  frames: readonly FrameNowFragment[];
  /** When it was asked for; long ago, once the job has changed behind it. */
  askedAt: number;
}

/**
 * The frames of a job, by their place from 0, in pages that are asked for when they come into view. What is in view and
 * still open is asked for again when the job changes, at most every 2 s, and before its addresses end.
 */
export class FramePages {
  readonly #ask: AskFrames;
  readonly #numbers: Numbers;
  readonly #clock: () => number;
  readonly #pages = new SvelteMap<number, Page>();
  readonly #underWay: Record<number, boolean> = {};
  #inView: readonly number[] = [];
  #failed = $state(false);
  #outdated: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: AskFrames, numbers: Numbers, clock = Date.now) {
    this.#ask = ask;
    this.#numbers = numbers;
    this.#clock = clock;
  }

  /** How many frames there are. */
  get count(): number {
    return this.#numbers.count;
  }

  /** Whether the last answer did not come. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The number of the frame at a place. */
  numberAt(place: number): number {
    return this.#numbers.start + place * this.#numbers.step;
  }

  /** The frame at a place; undefined while its page has not come. */
  at(place: number): FrameNowFragment | undefined {
    return this.#pages.get(pageOf(place))?.frames[place % framesAPage];
  }

  /** Says which places are looked at, and asks for what of them is missing or too old. */
  view(from: number, to: number): void {
    const [first, last] = [pageOf(from), pageOf(Math.max(from, to - 1))];
    this.#inView = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    this.renew();
  }

  /** Asks for what is looked at and is missing, has changed, or has addresses that are about to end. */
  renew(): void {
    for (const page of this.#inView) if (this.#age(page) > freshFor) void this.#load(page);
  }

  /** Makes sure that the page of a place comes. */
  want(place: number): void {
    if (place < this.count && !this.#pages.has(pageOf(place))) void this.#load(pageOf(place));
  }

  /** An address of a place does not work any more. A new one that does not work either is not replaced in a hurry. */
  lost(place: number): void {
    if (this.#age(pageOf(place)) > retryAfter) void this.#load(pageOf(place));
  }

  /** The job has changed: what is still open is asked for again, at once or when it is looked at. */
  outdated(): void {
    this.#outdated ??= setTimeout(() => {
      this.#outdated = undefined;
      for (const [page, { frames }] of this.#pages) {
        if (!frames.some(isOpen)) continue;
        if (this.#underWay[page]) this.outdated();
        else if (this.#inView.includes(page)) void this.#load(page);
        else this.#pages.set(page, { frames, askedAt: -Infinity });
      }
    }, atMostEvery);
  }

  /** Its page goes. */
  stop(): void {
    clearTimeout(this.#outdated);
    clearTimeout(this.#retry);
  }

  #age(page: number): number {
    return this.#clock() - (this.#pages.get(page)?.askedAt ?? -Infinity);
  }

  async #load(page: number): Promise<void> {
    // While answers fail, the retry alone asks.
    if (this.#underWay[page] || (this.#failed && this.#retry)) return;
    this.#underWay[page] = true;
    const askedAt = this.#clock();
    const frames = await this.#ask(framesAPage, page === 0 ? null : this.numberAt(page * framesAPage - 1));
    this.#underWay[page] = false;
    this.#failed = !frames;
    if (frames) this.#pages.set(page, { frames, askedAt });
    else this.#tryAgain(page);
  }

  #tryAgain(page: number): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      void this.#load(page);
      this.renew();
    }, retryAfter);
  }
}

function pageOf(place: number): number {
  return Math.floor(place / framesAPage);
}
