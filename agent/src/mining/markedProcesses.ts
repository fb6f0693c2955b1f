import { readdirSync, readFileSync } from 'node:fs';

/** A variable that a miner and all that it starts inherit: it names the home folder and the slot that they belong to. */
export const MARK = 'PICTOR_WORKER_MINER';

/** The mark of a slot's miner. */
export function markOf(home: string, slot: number): string {
  return `${slot}:${home}`;
}

/**
 * The processes of a home's miners, of one slot or of all, whoever started them and whatever their group: the mark is
 * theirs for life, so that no process of anybody else is ever taken for one. Systems without /proc tell none.
 */
export function findMarked(home: string, slot?: number): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const mark = markIn(pid);
      if (mark === undefined) return false;
      return slot === undefined ? mark.slice(mark.indexOf(':') + 1) === home : mark === markOf(home, slot);
    });
}

/** Kills the processes of a home's miners, but for one. */
export function killMarked(home: string, slot?: number, except?: number): void {
  for (const pid of findMarked(home, slot)) {
    if (pid === except) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended on its own.
    }
  }
}

function markIn(pid: number): string | undefined {
  try {
    // Of processes of others, and of those that are dead and only not yet missed, nothing can be read.
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return variables.find((each) => each.startsWith(`${MARK}=`))?.slice(MARK.length + 1);
  } catch {
    return undefined;
  }
}
