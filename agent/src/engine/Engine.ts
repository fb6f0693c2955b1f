/** What an engine found out about itself on this machine. */
export type EngineProbe =
  | {
      readonly available: true;
      /** The software that computes, with its version. */
      readonly name: string;
      /** The kind of device that it computes on. */
      readonly device: 'CPU';
      /** How many threads it computes with. */
      readonly threads: number;
    }
  | { readonly available: false; readonly reason: string };

/** One upscaling task: a band of a picture, as files on this machine. */
export interface UpscaleJob {
  /** Path of the band: a picture with the rows of its neighbours that overlap it. */
  readonly input: string;
  /** Path that the result is written to, an 8-bit RGB PNG twice as wide and twice as high as what is kept. */
  readonly output: string;
  /** Which rows of the input are the band itself; the others only serve as its surroundings. */
  readonly crop: Crop;
}

/** A run of rows of a picture, in pixels. */
export interface Crop {
  readonly top: number;
  readonly height: number;
}

/** How far a task has come: tiles done of tiles in all. */
export interface EngineProgress {
  readonly done: number;
  readonly total: number;
}

/** The size of a finished result, in pixels. */
export interface UpscaleResult {
  readonly width: number;
  readonly height: number;
}

/** What is told about a task while it runs, and what ends it early. */
export interface RunOptions {
  readonly onProgress: (progress: EngineProgress) => void;
  readonly signal: AbortSignal;
}

/** Something that computes tasks, one at a time. */
export interface Engine {
  /** Starts the engine if need be and says whether it works here; never throws. */
  probe(): Promise<EngineProbe>;
  /** Does a task; the result is safely on disk when it resolves. Throws EngineError. */
  run(job: UpscaleJob, options: RunOptions): Promise<UpscaleResult>;
  /** Ends the engine and whatever it is at work on. */
  close(): Promise<void>;
}
