import { openPicture, ourPng, writePreview } from './decoder.ts';
import type { PictureWork } from './messages.ts';

type Assemble = PictureWork['assemble'];

/** Joins results from top to bottom. All are equally high but the last, which is lower: what is below it is cut off. */
export async function assemble(input: Assemble['input']): Promise<Assemble['output']> {
  const { results, original, width, height, picture, preview } = input;
  const joined =
    results.length === 1
      ? openPicture(results[0]!, { limitInputPixels: false })
      : openPicture([...results], { limitInputPixels: false, join: { across: 1 } });
  const whole = joined.extract({ left: 0, top: 0, width, height });
  const alpha = await upscaledAlpha(original, width, height);
  if (alpha) whole.joinChannel(alpha, { raw: { width, height, channels: 1 } });
  const { size, channels } = await whole.png(ourPng).toFile(picture);
  await writePreview(picture, preview);
  return { width, height, hasAlpha: channels === 4, sizeBytes: size };
}

/** The alpha of the original in the new size; undefined when it has none. */
async function upscaledAlpha(original: string, width: number, height: number): Promise<Buffer | undefined> {
  const { hasAlpha } = await openPicture(original).metadata();
  if (!hasAlpha) return undefined;
  return openPicture(original)
    .extractChannel('alpha')
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
}
