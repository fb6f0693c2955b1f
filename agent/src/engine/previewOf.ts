import sharp, { type Sharp } from 'sharp';
import type { Picture } from './tiles.ts';

const WIDTH = 320;
const HEIGHT = 240;

/** Makes a preview out of a picture that was made, as base64. */
export async function previewOf(made: Picture | Sharp): Promise<string> {
  const picture =
    'pixels' in made
      ? sharp(made.pixels, { raw: { width: made.width, height: made.height, channels: 3 } })
      : made.flatten({ background: '#808080' }).toColourspace('srgb');
  const jpeg = await picture
    .resize(WIDTH, HEIGHT, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer();
  return jpeg.toString('base64');
}
