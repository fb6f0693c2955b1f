import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { MODEL_PATH, MODEL_SHA256 } from '../src/engine/model.ts';
import { kerasToOnnx, type KerasModel } from './kerasToOnnx.ts';

const PACKAGE = '@upscalerjs/esrgan-slim@1.0.0';
const INTEGRITY =
  'sha512-DXtwn5SE71+pZKluN/hGeLaZv6ZylyFQYSvMqU08kKCEA5Y9Q1cIIk4EvPTPZw8VqGi2C6F02c8OjhtId4BK2w==';
const DOWNLOAD_LIMIT_MS = 120_000;

const run = promisify(execFile);

/** Fetches the model's package, checks it, and writes the model and its licence beside this file. */
async function convert(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pictor-model-'));
  try {
    await unpack(folder);
    const weights = join(folder, 'package/models/x2');
    const model = JSON.parse(await readFile(join(weights, 'model.json'), 'utf8')) as KerasModel;
    const onnx = kerasToOnnx(model, await readFile(join(weights, 'group1-shard1of1.bin')));
    const hash = createHash('sha256').update(onnx).digest('hex');
    if (hash !== MODEL_SHA256) {
      throw new Error(
        `The converted model has SHA-256 ${hash}, but src/engine/model.ts expects ${MODEL_SHA256}.`,
      );
    }
    await writeFile(MODEL_PATH, onnx);
    await copyFile(join(folder, 'package/LICENSE'), fileURLToPath(new URL('LICENSE', import.meta.url)));
    console.log(`${MODEL_PATH}: ${onnx.length} bytes, SHA-256 ${hash}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpack(folder: string): Promise<void> {
  // npm is a script on Windows, which only a shell starts; every argument is a constant.
  const options = { cwd: folder, timeout: DOWNLOAD_LIMIT_MS, shell: process.platform === 'win32' };
  await run('npm', ['pack', PACKAGE, '--silent'], options);
  const tarball = join(folder, 'upscalerjs-esrgan-slim-1.0.0.tgz');
  const integrity = `sha512-${createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64')}`;
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} is ${integrity}, expected ${INTEGRITY}.`);
  await run('tar', ['-xzf', tarball], options);
}

await convert();
