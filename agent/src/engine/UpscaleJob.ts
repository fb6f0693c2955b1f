/** One upscaling: a band of a picture, as files on this machine. */
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

/** The size of a finished result, in pixels. */
export interface UpscaleResult {
  readonly width: number;
  readonly height: number;
}
