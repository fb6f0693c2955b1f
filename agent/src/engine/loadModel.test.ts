import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesField } from '../../model/protobuf.ts';
import { onnxModel, onnxNode, onnxTensor } from '../../model/onnx.ts';
import { loadModel } from './loadModel.ts';
import { readModel } from './model.ts';
import type { ProviderName } from './Provider.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'own-'))));
afterAll(() => rm(folder, { recursive: true }));

const load = (modelPath: string | null, provider: ProviderName = 'cpu') =>
  loadModel({ threads: 1, provider, modelPath });

async function file(bytes: Buffer): Promise<string> {
  const path = join(folder, 'own.onnx');
  await writeFile(path, bytes);
  return path;
}

/** A network that enlarges by repeating pixels. */
function enlarging(factor: number): Buffer {
  const scales = onnxTensor('scales', [4], Float32Array.from([1, 1, factor, factor]));
  const nodes = [onnxNode('Resize', ['in', '', 'scales'], 'out', { mode: 'nearest' })];
  return onnxModel({ nodes, constants: [scales], input: 'in', output: 'out' });
}

/** Another file of the platform's network: with a remark in it. */
async function remarked(): Promise<Buffer> {
  return Buffer.concat([await readModel(), bytesField(6, 'another file')]);
}

test('a file of the owner’s own is used where it computes what the platform’s network does', async () => {
  const { model } = await load(await file(await remarked()));
  const { model: platforms } = await load(null);
  const planes = Float32Array.from({ length: 3 * 16 * 16 }, (_, i) => (i * 37) % 256);
  expect(await model(planes, 16, 16)).toEqual(await platforms(planes, 16, 16));
});

test.each([
  ['enlarges by repeating pixels', () => enlarging(2), /on the test picture it comes to [\d.]+ dB .* needed/],
  ['enlarges by another factor', () => enlarging(4), /\d+ × \d+ of \d+ × \d+, where 2 times/],
  ['enlarges nothing', () => enlarging(1), /\d+ × \d+ of \d+ × \d+, where 2 times/],
  ['is no network', () => Buffer.from('<html>'), /own\.onnx is not used: /],
])('a file that %s is refused', async (_, bytes, message) => {
  await expect(load(await file(bytes()))).rejects.toMatchObject({
    code: 'MODEL_REFUSED',
    message: expect.stringMatching(message),
  });
});

test('a file that is not there is refused', async () => {
  const absent = join(folder, 'absent.onnx');
  await expect(load(absent)).rejects.toMatchObject({
    code: 'MODEL_REFUSED',
    message: expect.stringContaining('cannot be read'),
  });
});

test('a provider that is not there is refused by its name', async () => {
  await expect(load(null, 'cuda')).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    message: expect.stringMatching(/^CUDA is not used: /),
  });
});
