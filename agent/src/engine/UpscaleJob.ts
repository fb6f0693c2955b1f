/** One upscaling: a band of a picture, as files on this machine. */
export interface UpscaleJob {
  /** Path of the band: a picture with the rows of its neighbours that overlap it. */
  readonly input: string;
  /** Path that the result is written to, an 8-bit RGB PNG twice as wide and twice as high as what is kept. */
  readonly output: string;
  /** Which rows of the input are the band itself; the others only serve as its surroundings. */
  readonly crop: Crop;
}

/** A band that another program has enlarged, of which the rows that are kept are to be cut out. */
export interface CutJob extends UpscaleJob {
  /** The size of what was enlarged, in pixels; `crop` is in its pixels too. */
  readonly size: UpscaleResult;
}

/** A run of rows of a picture, in pixels. */
export interface Crop {
  readonly top: number;
  readonly height: number;
}

/** The size of a picture, in pixels. */
export interface UpscaleResult {
  readonly width: number;
  readonly height: number;
}
