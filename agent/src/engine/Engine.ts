import type { JobKind, LeaseFieldsFragment } from '../generated/graphql.ts';
import type { FrameFile } from '../outbox/entries.ts';

/** What an engine found out about itself on this machine. */
export type EngineProbe =
  | {
      readonly available: true;
      /** The software that computes, with its version. */
      readonly name: string;
      /** The version that decides which inputs it can read; null where it can read them all. */
      readonly version: string | null;
      /** The kind of device that it computes on. */
      readonly device: 'CPU' | 'GPU';
      /** How many threads it computes with. */
      readonly threads: number;
      /** The model that it computes with, where there is one. */
      readonly model?: string;
      /** What else there is to know, in sentences: what runs without a sandbox, why a GPU is not used, and how to mend it. */
      readonly remarks?: readonly string[];
    }
  | {
      readonly available: false;
      readonly reason: string;
      /** Whether its owner has not asked for it, so that there is nothing to mend. */
      readonly unasked?: boolean;
    };

/** One task, as files on this machine. What is to be made is said in the lease's own words. */
export interface EngineTask extends Pick<LeaseFieldsFragment, 'upscale' | 'render'> {
  /** Path of the input, which is not to be changed. */
  readonly input: string;
  /** An empty folder of the task's own; what is left in it afterwards is removed. */
  readonly folder: string;
}

/** How far a task has come: steps done of steps in all. */
export interface EngineProgress {
  readonly done: number;
  readonly total: number;
}

/** What is told about a task while it runs, and what ends it early. */
export interface RunOptions {
  /** Told how far it is whenever something is heard of the work: each call is a sign of life, with progress or without. */
  readonly onProgress: (progress: EngineProgress) => void;
  /** Takes over a frame that is proven to be what was asked for, as soon as it is made; the engine waits for it. */
  readonly onFrame: (frame: FrameFile) => Promise<void>;
  /** Told what there is to see so far, as a small JPEG, where the engine can show it; nobody may rest on it. */
  readonly onPreview?: ((jpeg: Buffer) => void) | undefined;
  readonly signal: AbortSignal;
}

/** What came of a task: one file, or frames that were all taken over as they came. */
export type Outcome = { readonly kind: 'FILE'; readonly path: string } | { readonly kind: 'FRAMES' };

/** What an engine measures its own speed with. */
export interface BenchmarkOptions {
  /** An empty folder; what is left in it afterwards is removed. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Something that computes tasks of one kind, one at a time. */
export interface Engine {
  /** The kind of task that it does. */
  readonly kind: JobKind;
  /** Starts the engine if need be and says whether it works here; never throws, and costs nothing when asked often. */
  probe(): Promise<EngineProbe>;
  /** Does a task; what came of it is verified and safely on disk when it resolves. Throws EngineError. */
  run(task: EngineTask, options: RunOptions): Promise<Outcome>;
  /** How much work a task is, in what the speed of its kind is measured in: output megapixels, or megasamples. */
  estimate(task: Pick<EngineTask, 'upscale' | 'render'>): number;
  /**
   * Does fixed work of its kind and says how much of it is done in a second: the median of three runs after one to warm
   * up. Throws EngineError.
   */
  benchmark(options: BenchmarkOptions): Promise<number>;
  /** Ends the engine and whatever it is at work on. */
  close(): Promise<void>;
}

/** One slot's share of the machine, which may change: engines look at it whenever they use it. */
export interface SlotShare {
  /** The slot's index, which is its GPU's where there is one. */
  readonly index: number;
  /** How many slots share the machine. */
  readonly slots: number;
  /** The unique id of its GPU, to which its engines keep; null where the machine shows none. */
  readonly gpu: string | null;
}

/** Makes the engine of one slot. */
export type EngineFactory = (slot: SlotShare) => Engine;
