import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ok, unknown, type Check } from './Check.ts';

const LIMIT_MS = 5_000;
const name = 'user';

/** Looks whether the agent runs with more rights than it needs. */
export async function checkUser(
  user: number | null = process.geteuid?.() ?? null,
  isElevated: () => Promise<boolean> = isAdministrator,
): Promise<Check> {
  if (user !== null) return user === 0 ? tooMany('as root') : ok(name, 'The agent runs as an ordinary user.');
  try {
    if (await isElevated()) return tooMany('with an administrator’s rights');
    return ok(name, 'The agent runs as an ordinary user.');
  } catch {
    return unknown(name, 'Whether the agent runs with an administrator’s rights cannot be told.');
  }
}

/** Only an administrator may ask for the open files of a Windows machine. */
async function isAdministrator(): Promise<boolean> {
  try {
    await promisify(execFile)('net.exe', ['session'], { timeout: LIMIT_MS, windowsHide: true });
    return true;
  } catch (error) {
    // Exit code 2 is a refusal; anything else says nothing.
    if (error instanceof Error && 'code' in error && error.code === 2) return false;
    throw error;
  }
}

function tooMany(how: string): Check {
  return {
    name,
    state: 'LIMITED',
    finding: `The agent runs ${how}; it needs no such rights.`,
    remedy: 'Run it as an account of its own, without an administrator’s rights.',
  };
}
