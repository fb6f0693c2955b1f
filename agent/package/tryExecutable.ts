import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Target } from './targets.ts';

const doctorSchema = z.object({ checks: z.array(z.object({ name: z.string(), finding: z.string() })) });
const LIMIT_MS = 120_000;
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
 * Resolves with undefined where this machine cannot run it. Rejects where it does not work.
 */
export async function tryExecutable(path: string, { os, cpu }: Target): Promise<Trial | undefined> {
  if (process.platform !== os || process.arch !== cpu) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'pictor-trial-'));
  try {
    const env = { HOME: home, PATH: '', LOCALAPPDATA: home };
    const said = await runDoctor(path, home, env);
    const engines = doctorSchema.parse(JSON.parse(said)).checks.find(({ name }) => name === 'engines');
    if (!engines?.finding.includes('AI upscaling by')) {
      throw new Error(`${path} cannot upscale: ${engines?.finding ?? 'its doctor says nothing of engines'}`);
    }
    return {
      on: `${systems[os]} ${cpu}`,
      how: 'It was run with nothing else installed; its doctor loaded the upscaling model.',
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The doctor fails for want of a configuration, so that only what it says counts. */
function runDoctor(path: string, home: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      path,
      ['doctor', '--json', '--home', join(home, 'home')],
      { cwd: home, env, timeout: LIMIT_MS },
      (error, out, err) => {
        if (out === '') reject(new Error(`${path} does not run: ${err || error?.message}`));
        else resolve(out);
      },
    );
  });
}
