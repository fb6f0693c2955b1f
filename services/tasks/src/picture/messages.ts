/** Why a picture could not be worked on. */
export type PictureErrorCode =
  /** It is not a PNG, JPEG or WebP picture, not the one announced, or broken. */
  | 'NOT_A_PICTURE'
  /** It has too many pixels, or takes too much memory or time. */
  | 'PICTURE_TOO_LARGE'
  /** There is no room to write what was made of it. */
  | 'DISK_FULL'
  /** The process died of it. */
  | 'PICTURE_PROCESS_CRASHED'
  /** The process failed for a reason of its own, or is not at hand. */
  | 'PICTURE_PROCESS_FAILED';

/** A picture as it was stored: 8-bit sRGB, upright. Sizes in pixels and bytes. */
interface StoredPicture {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  readonly sizeBytes: number;
}

/** How close two pictures are, in dB PSNR: as a whole, and where they differ most. Equal ones count as 99. */
export interface Likeness {
  readonly db: number;
  readonly worstTileDb: number;
}

/** Rows to cut from a picture into a file of its own. */
interface Cut {
  readonly top: number;
  readonly height: number;
  readonly path: string;
}

/** What the picture process can do; every path is absolute, what is written is left to the caller to keep. */
export interface PictureWork {
  /** Decodes an upload of the announced type and writes it as a PNG with its preview. */
  normalise: {
    input: { upload: string; contentType: string; picture: string; preview: string };
    output: StoredPicture;
  };
  /** Cuts bands, without their alpha. */
  cut: { input: { picture: string; cuts: readonly Cut[] }; output: null };
  /** How close a result is to the rows it was made from, seen from afar. Null when it is not a picture of that size. */
  inspect: {
    input: {
      result: string;
      sha256: string;
      band: string;
      keepTop: number;
      keepHeight: number;
      width: number;
      factor: number;
    };
    output: Likeness | null;
  };
  /** How close two results are. Null when they cannot be compared. */
  compare: { input: { result: string; check: string }; output: Likeness | null };
  /** Joins results into one picture, with the alpha of the original. */
  assemble: {
    input: {
      results: readonly string[];
      original: string;
      width: number;
      height: number;
      picture: string;
      preview: string;
    };
    output: StoredPicture;
  };
}

export type WorkName = keyof PictureWork;

/** What the picture process is told to do. */
export type PictureRequest = {
  [Name in WorkName]: { name: Name; input: PictureWork[Name]['input'] };
}[WorkName];

/** What it answers, once for each request. */
export type PictureReply =
  | { ok: true; output: PictureWork[WorkName]['output'] }
  | { ok: false; code: PictureErrorCode; message: string };
