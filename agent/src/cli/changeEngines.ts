import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { systemClock } from '../clock.ts';
import { invalidSetting } from './invalidSetting.ts';
import { EngineError } from '../engine/EngineError.ts';
import { CPU } from '../engine/Provider.ts';
import { createSandboxOfPictures } from '../engine/sandboxOfPictures.ts';
import { SupervisedProcess } from '../engine/SupervisedProcess.ts';
import { OwnEnginesFile, type OwnEngines } from '../engine/ownEngines.ts';
import { isProgram } from '../sandbox/findProgram.ts';
import { Home } from '../home/Home.ts';

/** The settings that are the owner's own parts of engines, by what the command line calls them. */
const names: Record<
  string,
  { readonly key: keyof OwnEngines; readonly check: (path: string) => string | null }
> = {
  onnxruntime: { key: 'onnxruntime', check: problemOfLibrary },
  'upscale-model': { key: 'upscaleModel', check: problemOfModel },
  'upscale-ncnn': { key: 'ncnn', check: problemOfProgram },
  blender: { key: 'blender', check: problemOfProgram },
  'ncnn-model': { key: 'ncnnModel', check: problemOfName },
};

const TRIAL_LIMIT_MS = 120_000;

/** Whether a setting is one of those that only a command on this machine may change. */
export function isEngineSetting(name: string): boolean {
  return Object.hasOwn(names, name);
}

/** Sets one of the owner's own parts of engines, or off. A running agent sees it by itself. Throws AgentError SETTING_INVALID. */
export async function changeEngine(home: Home, name: string, value: string): Promise<void> {
  const { key, check } = names[name]!;
  if (value !== 'off' && key !== 'ncnnModel' && !isAbsolute(value))
    throw invalidSetting(`${name} is off, or a path such as ${resolve(value)}.`);
  const problem = value === 'off' ? null : check(value);
  if (problem !== null) throw invalidSetting(problem);
  if (key === 'upscaleModel' && value !== 'off') await tryModel(value, Home.open(home.folder).work);
  await new OwnEnginesFile(Home.open(home.folder).engines).change({ [key]: value === 'off' ? null : value });
}

/** Throws where a network of the owner's own is not one that the platform's checks would let pass. */
async function tryModel(modelPath: string, folder: string): Promise<void> {
  const { sandbox } = await createSandboxOfPictures(systemClock)();
  const threads = availableParallelism();
  const limits = { loadLimitMs: TRIAL_LIMIT_MS, silenceLimitMs: TRIAL_LIMIT_MS, killGraceMs: 1_000 };
  const trial = new SupervisedProcess({
    priority: 0,
    threads,
    provider: CPU,
    modelPath,
    sandbox,
    folder,
    ...limits,
  });
  try {
    await trial.ready;
  } catch (error) {
    throw invalidSetting(error instanceof Error ? error.message : String(error));
  } finally {
    await trial.stop(new EngineError('CANCELLED', 'The trial is over.'));
  }
}

/** The owner's own parts of engines, in lines as settings are shown. */
export function engineLines(home: Home): string[] {
  const own = new OwnEnginesFile(home.engines).current;
  return Object.entries(names).map(([name, { key }]) => `${name.padEnd(16)} ${own[key] ?? 'off'}`);
}

function problemOfLibrary(folder: string): string | null {
  try {
    const hasLibrary = readdirSync(folder).some((name) => name.startsWith('libonnxruntime.so'));
    return hasLibrary ? null : `${folder} holds no libonnxruntime.so: name the lib folder of ONNX Runtime.`;
  } catch {
    return `${folder} is no folder that can be read.`;
  }
}

function problemOfModel(path: string): string | null {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? null : `${path} is not a file.`;
}

function problemOfProgram(path: string): string | null {
  return isProgram(path) ? null : `${path} is no program that can be run.`;
}

function problemOfName(name: string): string | null {
  return /^\w[\w.-]{0,99}$/.test(name)
    ? null
    : `${name} is no name of a model: it has letters, digits, dots and hyphens.`;
}
