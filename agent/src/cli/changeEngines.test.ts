import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTHING_OWN, OwnEnginesFile } from '../engine/ownEngines.ts';
import { Home } from '../home/Home.ts';
import { settingsChangeSchema } from '../owner/settings.ts';
import { changeEngine, engineLines, isEngineSetting } from './changeEngines.ts';

let home: Home;
beforeEach(async () => void (home = Home.open(await mkdtemp(join(tmpdir(), 'engines-')))));
afterEach(() => rm(home.folder, { recursive: true }));

const own = () => new OwnEnginesFile(home.engines).current;

test('what is set is kept, seen by whoever asks, and set off again', async () => {
  const running = new OwnEnginesFile(home.engines);
  expect(running.current).toEqual(NOTHING_OWN);
  await changeEngine(home, 'upscale-ncnn', process.execPath);
  await changeEngine(home, 'ncnn-model', 'own-x2');
  expect(running.current).toEqual({ ...NOTHING_OWN, ncnn: process.execPath, ncnnModel: 'own-x2' });
  expect(engineLines(home)).toContain('ncnn-model       own-x2');
  if (process.platform !== 'win32') expect((await stat(home.engines)).mode & 0o077).toBe(0);
  await changeEngine(home, 'upscale-ncnn', 'off');
  expect(own()).toEqual({ ...NOTHING_OWN, ncnnModel: 'own-x2' });
});

test.each([
  ['onnxruntime', 'lib', /a path such as/],
  ['onnxruntime', tmpdir(), /holds no libonnxruntime\.so/],
  ['onnxruntime', join(tmpdir(), 'absent'), /no folder/],
  ['upscale-model', join(tmpdir(), 'absent'), /not a file/],
  ['upscale-ncnn', tmpdir(), /no program/],
  ['blender', tmpdir(), /no program/],
  ['ncnn-model', '../models', /no name of a model/],
])('%s %s is refused', async (name, value, message) => {
  await expect(changeEngine(home, name, value)).rejects.toMatchObject({
    ...{ code: 'SETTING_INVALID', message: expect.stringMatching(message) },
  });
  expect(own()).toEqual(NOTHING_OWN);
});

test('a network that makes something else is refused when it is set', async () => {
  const path = join(home.folder, 'own.onnx');
  await writeFile(path, 'no network');
  await expect(changeEngine(home, 'upscale-model', path)).rejects.toMatchObject({
    ...{ code: 'SETTING_INVALID', message: expect.stringContaining(`${path} is not used`) },
  });
});

test('the page cannot set them, and a damaged file is told', async () => {
  for (const key of Object.keys(NOTHING_OWN))
    expect(settingsChangeSchema.safeParse({ [key]: '/tmp/x' }).success, key).toBe(false);
  expect([isEngineSetting('upscale'), isEngineSetting('toString')]).toEqual([false, false]);
  await writeFile(home.engines, '{"ncnn": 1}');
  expect(own).toThrow(/engines\.json cannot be used/);
});
