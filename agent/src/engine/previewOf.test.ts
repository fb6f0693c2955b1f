import sharp from 'sharp';
import { expect, test } from 'vitest';
import { previewSchema } from './preview.ts';
import { previewOf } from './previewOf.ts';

test('a preview is small, whatever it is of', async () => {
  const pixels = Uint8Array.from(
    { length: 3 * 900 * 700 },
    (_, i) => (Math.imul(i, 2_654_435_761) >>> 8) % 256,
  );
  const preview = await previewOf({ width: 900, height: 700, pixels });
  const { format, width, height } = await sharp(Buffer.from(preview, 'base64')).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 309, height: 240 });
  expect(previewSchema.parse(preview)).toBe(preview);
});

test('what a process sends in place of one is none', () => {
  for (const sent of [undefined, 1, 'no base64!', 'A'.repeat(200_000)])
    expect(previewSchema.parse(sent)).toBeNull();
});
