/** Why a picture could not be worked on. */
export type PictureErrorCode =
  /** It is not a PNG, JPEG or WebP picture, not the one announced, or broken. */
  | 'NOT_A_PICTURE'
  /** It has too many pixels, or takes too much memory or time. */
  | 'PICTURE_TOO_LARGE'
  /** It is not a .blend, or a zip with one. */
  | 'NOT_A_SCENE'
  /** It unpacks to more than a scene may have. */
  | 'SCENE_TOO_LARGE'
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

/** How close two renders of a frame are beyond their noise, and which has more of that. */
export interface FrameLikeness extends Likeness {
  /** How much more noise the first has, against the noise in which they differ: 0 for as much, 1 for all of it. */
  readonly extraNoise: number;
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
  /** Checks an upload of the announced type, writes the scene it is or holds, and says which Blender saved it. */
  scene: {
    input: { upload: string; contentType: string; scene: string };
    output: SceneFacts;
  };
  /** Looks at a rendered frame and writes a preview of it. */
  frame: {
    input: {
      frame: string;
      sha256: string;
      width: number;
      height: number;
      format: FrameFormat;
      preview: string;
    };
    output: FrameFinding;
  };
  /** How close two renders of a frame are, beyond their noise. Null when they cannot be compared. */
  compareFrames: { input: { frame: string; check: string }; output: FrameLikeness | null };
  /** Puts files into one zip, under these names, as they are. */
  archive: {
    input: { entries: readonly { path: string; name: string }[]; archive: string };
    output: { sizeBytes: number };
  };
}

/** How a frame is written. */
export type FrameFormat = 'PNG8' | 'PNG16' | 'JPEG';

/** What is known of a scene. */
export interface SceneFacts {
  /** Of the file that Blender opens. */
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Of the Blender that saved it, such as 3.4. */
  readonly version: string;
}

/** What a frame looks like; a black one may be right, so that is for its re-run to say. */
export type FrameFinding =
  | { readonly ok: true; readonly black: boolean }
  | {
      readonly ok: false;
      readonly reasonCode: 'FRAME_UNREADABLE' | 'FRAME_WRONG_SIZE';
      readonly reason: string;
    };

export type WorkName = keyof PictureWork;

/** What the picture process is told to do. */
export type PictureRequest = {
  [Name in WorkName]: { name: Name; input: PictureWork[Name]['input'] };
}[WorkName];

/** What it answers, once for each request. */
export type PictureReply =
  | { ok: true; output: PictureWork[WorkName]['output'] }
  | { ok: false; code: PictureErrorCode; message: string };
