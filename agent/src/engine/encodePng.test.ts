import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePng } from './encodePng.ts';

test('the pixels come back as they were', async () => {
  const pixels = Uint8Array.from({ length: 3 * 5 * 4 }, (_, at) => (at * 37) % 256);
  const png = encodePng({ width: 5, height: 4, pixels });
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 5, height: 4, channels: 3 });
  expect(Uint8Array.from(data)).toEqual(pixels);
});
