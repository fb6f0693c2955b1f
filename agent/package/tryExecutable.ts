import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { arm64Emulator } from './emulator.ts';
import type { Target } from './targets.ts';

const doctorSchema = z.object({ checks: z.array(z.object({ name: z.string(), finding: z.string() })) });
/** An emulated processor takes half a minute. */
const LIMIT_MS = 300_000;
const systems = { linux: 'Linux', win32: 'Windows' } as const;

/** How an executable was tried. */
export interface Trial {
  /** The system it ran on. */
  readonly on: string;
  /** What it did there, in a sentence. */
  readonly how: string;
}

/**
 * Runs an executable where that is possible, with no other program in reach: its doctor must find that it upscales.
 * Resolves with undefined where this machine cannot run it, nor emulate one that can. Rejects where it does not work.
 */
export async function tryExecutable(path: string, { os, cpu }: Target): Promise<Trial | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'pictor-trial-'));
  try {
    const emulator = runsHere(os, cpu)
      ? []
      : os === process.platform && cpu === 'arm64' && arm64Emulator(folder);
    if (!emulator) return undefined;
    const home = join(folder, 'home');
    const said = await runDoctor(emulator, path, home, { HOME: folder, PATH: '', LOCALAPPDATA: folder });
    const engines = doctorSchema.parse(JSON.parse(said)).checks.find(({ name }) => name === 'engines');
    if (!engines?.finding.includes('AI upscaling by')) {
      throw new Error(`${path} cannot upscale: ${engines?.finding ?? 'its doctor says nothing of engines'}`);
    }
    return {
      on: `${systems[os]} ${cpu}${emulator.length > 0 ? ', emulated' : ''}`,
      how: 'It was run with nothing else installed; its doctor loaded the upscaling model.',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runsHere = (os: Target['os'], cpu: Target['cpu']) => process.platform === os && process.arch === cpu;

/** The doctor fails for want of a configuration, so that only what it says counts. */
function runDoctor(
  emulator: readonly string[],
  path: string,
  home: string,
  env: Record<string, string>,
): Promise<string> {
  const [file, ...args] = [...emulator, path, 'doctor', '--json', '--home', home];
  return new Promise((resolve, reject) => {
    execFile(file!, args, { env, timeout: LIMIT_MS }, (error, out, err) => {
      if (out === '') reject(new Error(`${path} does not run: ${err || error?.message}`));
      else resolve(out);
    });
  });
}
