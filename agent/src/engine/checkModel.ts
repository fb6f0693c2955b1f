import { agreementOf, type Agreement } from './agreement.ts';
import { FACTOR, upscale, type Model, type Picture } from './tiles.ts';
import { testPicture } from './testPicture.ts';

/**
 * What a way to compute must reach against the platform's network on the processor. The platform asks for 45 dB, and 35 in
 * the worst tile, on whatever picture comes: this leaves room for pictures that are harder than ours.
 */
const ENOUGH: Agreement = { db: 48, worstTileDb: 40 };

/** Upscales the test picture, tile by tile as tasks are. */
export async function upscaleTestPicture(model: Model): Promise<Picture> {
  const picture = testPicture();
  return upscale(picture, { top: 0, height: picture.height }, model, () => undefined);
}

/** The platform's own answer: the test picture as a whole, so that seams in the other's show. */
export async function referencePicture(model: Model): Promise<Picture> {
  const { width, height, pixels } = testPicture();
  const size = width * height;
  const planes = Float32Array.from(
    { length: 3 * size },
    (_, i) => pixels[3 * (i % size) + Math.floor(i / size)] ?? 0,
  );
  const upscaled = await model(planes, width, height);
  const whole = { width: width * FACTOR, height: height * FACTOR };
  const wholeSize = whole.width * whole.height;
  const result = new Uint8ClampedArray(3 * wholeSize);
  for (let i = 0; i < result.length; i++) {
    result[i] = upscaled[(i % 3) * wholeSize + Math.floor(i / 3)] ?? 0;
  }
  return { ...whole, pixels: new Uint8Array(result.buffer) };
}

/** Whether results of a way to compute pass the platform's checks. */
export interface Verdict extends Agreement {
  readonly passes: boolean;
  /** How far they are from it. */
  readonly sentence: string;
}

/** Judges what a way to compute makes of the test picture. */
export function judge(made: Picture, reference: Picture): Verdict {
  const { db, worstTileDb } = agreementOf(made, reference);
  const passes = db >= ENOUGH.db && worstTileDb >= ENOUGH.worstTileDb;
  return {
    ...{ db, worstTileDb, passes },
    sentence: `on the test picture it comes to ${db.toFixed(1)} dB of the platform's network, and ${worstTileDb.toFixed(1)} where they differ most; ${ENOUGH.db} and ${ENOUGH.worstTileDb} are needed for its results to pass the platform's checks`,
  };
}
