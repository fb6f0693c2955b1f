import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('standInMiner.ts', import.meta.url));

/** What a stand-in miner was started with. */
export interface MinerStart {
  readonly pid: number;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
}

/** Makes a program in a folder that is a stand-in miner, or what a shell script says. */
export async function makeMiner(
  folder: string,
  script = `exec "${process.execPath}" "${SCRIPT}" "$@"`,
): Promise<string> {
  const path = join(folder, 't-rex');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o700);
  return path;
}

/** Every start of the stand-in miners of a home. */
export async function startsIn(mining: string): Promise<MinerStart[]> {
  const text = await readFile(join(mining, 'starts.jsonl'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MinerStart);
}

/** Whether a process is there: one that is dead and not yet missed is not. */
export async function isAlive(pid: number | undefined): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) [ZX] /.test(stat);
}
