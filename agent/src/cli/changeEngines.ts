import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { AgentError } from '../AgentError.ts';
import { OwnEnginesFile, type OwnEngines } from '../engine/ownEngines.ts';
import { Home } from '../home/Home.ts';

/** The settings that are the owner's own parts of engines, by what the command line calls them. */
const names: Record<
  string,
  { readonly key: keyof OwnEngines; readonly check: (path: string) => string | null }
> = {
  onnxruntime: { key: 'onnxruntime', check: problemOfLibrary },
  'upscale-model': { key: 'upscaleModel', check: problemOfModel },
};

/** Whether a setting is one of those that only a command on this machine may change. */
export function isEngineSetting(name: string): boolean {
  return Object.hasOwn(names, name);
}

/** Sets one of the owner's own parts of engines, or off. A running agent sees it by itself. Throws AgentError SETTING_INVALID. */
export async function changeEngine(home: Home, name: string, value: string): Promise<void> {
  const { key, check } = names[name]!;
  if (value !== 'off' && !isAbsolute(value))
    throw invalid(`${name} is off, or a path such as ${resolve(value)}.`);
  const problem = value === 'off' ? null : check(value);
  if (problem !== null) throw invalid(problem);
  await new OwnEnginesFile(Home.open(home.folder).engines).change({ [key]: value === 'off' ? null : value });
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

function invalid(message: string): AgentError {
  return new AgentError('SETTING_INVALID', message);
}
