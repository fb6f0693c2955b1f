import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { loadModel } from './loadModel.ts';
import { MODEL_PATH, readModel } from './model.ts';
import { upscale, type Picture } from './tiles.ts';

const small = fileURLToPath(new URL('../../../demo/still-life-640x360.png', import.meta.url));
const truth = fileURLToPath(new URL('../../../demo/still-life-1280x720.png', import.meta.url));

async function pixelsOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / a.length));
}

const whole = (picture: Picture) => ({ top: 0, height: picture.height });

test('the committed model is the one the engine expects', async () => {
  expect((await readModel()).length).toBeGreaterThan(800_000);
});

test('a changed model is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'model-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const changed = Buffer.from(await readModel(MODEL_PATH));
  changed[400_000] = (changed[400_000] as number) ^ 1;
  await writeFile(join(folder, 'changed.onnx'), changed);
  await expect(readModel(join(folder, 'changed.onnx'))).rejects.toMatchObject({ code: 'MODEL_REFUSED' });
  await expect(readModel(join(folder, 'missing.onnx'))).rejects.toMatchObject({ code: 'MODEL_REFUSED' });
});

test('upscaling comes closer to the truth than bicubic does', async () => {
  const crop = { left: 180, top: 90, width: 240, height: 200 };
  const { model } = await loadModel({ threads: 2, provider: 'cpu', modelPath: null });
  const input = await pixelsOf(sharp(small).extract(crop));
  const ours = await upscale(input, whole(input), model, () => undefined);
  const cubic = await pixelsOf(
    sharp(await sharp(small).extract(crop).png().toBuffer()).resize(480, 400, { kernel: 'cubic' }),
  );
  const expected = await pixelsOf(sharp(truth).extract({ left: 360, top: 180, width: 480, height: 400 }));
  const gain = psnr(ours.pixels, expected.pixels) - psnr(cubic.pixels, expected.pixels);
  expect(gain).toBeGreaterThan(1);
});

test('bands of tiles equal the picture upscaled as a whole', async () => {
  const { model } = await loadModel({ threads: 2, provider: 'cpu', modelPath: null });
  const picture = await pixelsOf(sharp(small).extract({ left: 100, top: 60, width: 230, height: 230 }));
  const planes = new Float32Array(3 * 230 * 230).map(
    (_, i) => picture.pixels[3 * (i % (230 * 230)) + Math.floor(i / (230 * 230))] as number,
  );
  const expected = await model(planes, 230, 230);
  const rows = { top: 12, height: 206 };
  const banded = await upscale(picture, rows, model, () => undefined);
  let largest = 0;
  for (let y = 24; y < 2 * 218; y++)
    for (let x = 0; x < 460; x++)
      for (let c = 0; c < 3; c++) {
        const reference = Math.min(255, Math.max(0, expected[(c * 460 + y) * 460 + x] as number));
        const got = banded.pixels[3 * ((y - 24) * 460 + x) + c] as number;
        largest = Math.max(largest, Math.abs(got - reference));
      }
  expect(largest).toBeLessThan(0.51);
});
