import { readdirSync, readFileSync } from 'node:fs';

/** A process as the kernel lists it. */
export interface Process {
  readonly parent: number;
  readonly memoryBytes: number;
}

const PAGE_BYTES = 4_096;
/** Fields of /proc/<pid>/stat, counted from the one behind the name. */
const PARENT = 1;
const RESIDENT_PAGES = 21;

/** A process and all that it started, by pid, from the kernel's own list; undefined on systems that keep none. */
export function processTree(root: number): ReadonlyMap<number, Process> | undefined {
  if (process.platform !== 'linux') return undefined;
  const entries = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    const entry = /^\d+$/.test(name) && readEntry(name);
    if (entry) entries.set(Number(name), entry);
  }
  const belongs = new Map<number, boolean>([[root, true]]);
  const isOurs = (pid: number): boolean => {
    const known = belongs.get(pid);
    if (known !== undefined) return known;
    // Pids are used again, so what was read could in theory run in a circle.
    belongs.set(pid, false);
    const parent = entries.get(pid)?.parent;
    const ours = parent !== undefined && isOurs(parent);
    belongs.set(pid, ours);
    return ours;
  };
  return new Map([...entries].filter(([pid]) => isOurs(pid)));
}

function readEntry(pid: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in front may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[PARENT]), memoryBytes: Number(fields[RESIDENT_PAGES]) * PAGE_BYTES };
  } catch {
    return undefined;
  }
}
