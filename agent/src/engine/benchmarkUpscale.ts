import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from '../bench/median.ts';
import type { BenchmarkOptions, Engine, EngineTask } from './Engine.ts';
import { encodePng } from './encodePng.ts';
import { EngineError } from './EngineError.ts';
import { FACTOR, type Picture } from './tiles.ts';

/** The pictures that are upscaled, in input pixels: whole tiles, and enough of them to keep the device busy for a while. */
const sizes = { CPU: { width: 384, height: 192 }, GPU: { width: 1_152, height: 768 } } as const;
/** The first run warms up. */
const RUNS = 4;

/** The work of a task, in output megapixels. */
export function upscaleWork(upscale: EngineTask['upscale']): number {
  return upscale ? (upscale.width * upscale.keepHeight * FACTOR ** 2) / 1e6 : 0;
}

/** Upscales a fixed picture several times; the output megapixels a second of the median. Throws EngineError. */
export async function benchmarkUpscale(
  engine: Pick<Engine, 'run' | 'estimate'>,
  device: 'CPU' | 'GPU',
  { folder, signal }: BenchmarkOptions,
): Promise<number> {
  const { width, height } = sizes[device];
  const input = join(folder, 'picture.png');
  const work = join(folder, 'work');
  await mkdir(work, { mode: 0o700 });
  await writeFile(input, encodePng(drawPicture(width, height)));
  const upscale = { factor: FACTOR, width, height, keepTop: 0, keepHeight: height };
  const task = { input, folder: work, upscale, render: null };
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    await engine.run(task, { onProgress: () => undefined, onFrame: refuseFrame, signal });
    seconds.push((performance.now() - begun) / 1_000);
  }
  return engine.estimate(task) / median(seconds.slice(1));
}

/** A picture that is the same everywhere: ramps with noise, so that it is neither flat nor easy to compress. */
function drawPicture(width: number, height: number): Picture {
  const pixels = new Uint8Array(3 * width * height);
  let noise = 1;
  for (let at = 0; at < pixels.length; at++) {
    noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
    const x = Math.floor(at / 3) % width;
    pixels[at] = (((x * 255) / width) * (1 + (at % 3))) / 3 + (noise >>> 27);
  }
  return { width, height, pixels };
}

async function refuseFrame(): Promise<void> {
  throw new EngineError('ENGINE_FAILED', 'The engine made a frame where a picture was asked for.');
}
