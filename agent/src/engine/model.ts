import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { programFile } from '../program/location.ts';
import { EngineError } from './EngineError.ts';

/** Where the upscaling model lies. */
export const MODEL_PATH = programFile('../model/esrgan-slim-x2.onnx');

/** SHA-256 of the upscaling model, in hexadecimal: no other file is ever loaded. */
export const MODEL_SHA256 = 'ec2a2c0aed79959414a83eea58a391a9dd95b712f2288a8519ec43cc964a8d8d';

/** What the upscaling model is called, with what tells its versions apart. */
export const MODEL_NAME = `esrgan-slim-x2 ${MODEL_SHA256.slice(0, 12)}`;

/** Reads the model; throws EngineError MODEL_REFUSED when it is missing or is not the one this version was made for. */
export async function readModel(path: string = MODEL_PATH): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new EngineError(
      'MODEL_REFUSED',
      `The upscaling model ${path} cannot be read: run "npm run model".`,
      { cause },
    );
  });
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== MODEL_SHA256) {
    throw new EngineError(
      'MODEL_REFUSED',
      `The upscaling model ${path} is not the one this version was made for (SHA-256 ${hash}): run "npm run model".`,
    );
  }
  return bytes;
}

/** The largest file of an owner's own that is read, in bytes. */
const MOST_OWN_BYTES = 256 * 1024 ** 2;

/** Reads a network of the owner's own; throws EngineError MODEL_REFUSED. What it computes is for others to judge. */
export async function readOwnModel(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= MOST_OWN_BYTES) return await readFile(path);
  } catch (cause) {
    throw new EngineError('MODEL_REFUSED', `${path} is not used: it cannot be read.`, { cause });
  }
  throw new EngineError('MODEL_REFUSED', `${path} is not used: it is larger than 256 MiB.`);
}
