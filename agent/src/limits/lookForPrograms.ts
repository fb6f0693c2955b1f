import { CommandError, type Command } from '../metrics/createCommand.ts';
import type { Look } from './Use.ts';

const QUERY = ['--query-compute-apps=pid,process_name', '--format=csv,noheader'];
const NO_DEVICES = 6;

/**
 * Looks for other programs that compute on the GPUs. What only draws, a game among them, is not on the driver's list: for
 * those there is whoever plays. `ours` are the agent's own processes; undefined where they cannot be told apart.
 */
export async function lookForPrograms(
  nvidiaSmi: Command,
  ours: () => ReadonlySet<number> | undefined,
): Promise<Look> {
  let text: string;
  try {
    text = await nvidiaSmi(QUERY);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (error.failure === 'ABSENT' || error.exitCode === NO_DEVICES) return FREE;
    return { state: 'UNKNOWN', why: `it cannot be told which programs use the GPUs: ${error.message}` };
  }
  const programs = [...text.matchAll(/^\s*(\d+)\s*,\s*(.+?)\s*$/gm)];
  if (programs.length === 0) return FREE;
  const own = ours();
  const strange = programs.filter(([, pid]) => !own?.has(Number(pid)));
  const [first] = strange;
  if (!first) return FREE;
  const name = (first[2] ?? '').split(/[\\/]/).at(-1)?.slice(0, 60);
  if (!own)
    return { state: 'UNKNOWN', why: `it cannot be told whether ${name}, which uses a GPU, is one of ours` };
  return { state: 'IN_USE', why: `another program uses a GPU: ${name}` };
}

const FREE: Look = { state: 'FREE', why: 'no other program computes on the GPUs' };
