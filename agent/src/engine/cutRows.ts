import { EngineError } from './EngineError.ts';
import { MAX_INPUT_PIXELS, readPicture, writePicture } from './picture.ts';
import { FACTOR, type Picture } from './tiles.ts';
import type { CutJob, UpscaleResult } from './UpscaleJob.ts';

/** Reads what another program has enlarged; throws EngineError where it is no picture of the right size. */
export async function readEnlarged(path: string, size: UpscaleResult): Promise<Picture> {
  const [width, height] = [size.width * FACTOR, size.height * FACTOR];
  const most = MAX_INPUT_PIXELS * FACTOR ** 2;
  const picture = await readPicture(path, { top: 0, height }, most).catch((cause: unknown) => {
    throw new EngineError('ENGINE_FAILED', `What was made is not a picture of ${width} × ${height}.`, {
      cause,
    });
  });
  if (picture.width === width && picture.height === height) return picture;
  const is = `${picture.width} × ${picture.height}`;
  throw new EngineError('ENGINE_FAILED', `What was made is ${is} pixels, not ${width} × ${height}.`);
}

/** Cuts the rows that are kept out of what another program has enlarged. */
export async function cutRows({ input, output, crop, size }: CutJob): Promise<UpscaleResult> {
  const { width, pixels } = await readEnlarged(input, size);
  const height = crop.height * FACTOR;
  const first = 3 * width * crop.top * FACTOR;
  if (crop.top < 0 || crop.height < 1 || crop.top + crop.height > size.height)
    throw new EngineError('INPUT_REFUSED', `The input has ${size.height} rows, not those asked for.`);
  await writePicture(output, { width, height, pixels: pixels.subarray(first, first + 3 * width * height) });
  return { width, height };
}
