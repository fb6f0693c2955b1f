import { availableParallelism, cpus, freemem, totalmem } from 'node:os';

/** One reading of a machine. */
export interface HostSample {
  /** Share of all processors in use since the reading before, in per cent; null in the first. */
  readonly cpuPercent: number | null;
  /** Memory that no program could get, in MiB. */
  readonly memoryUsedMiB: number;
  /** Memory in all, in MiB. */
  readonly memoryTotalMiB: number;
}

/** What does not change about a machine while it runs. */
export interface Host {
  /** The processor's name. */
  readonly cpu: string;
  /** Logical processors that this program may use. */
  readonly cpuCores: number;
  /** Memory, in MiB. */
  readonly memoryMiB: number;
  /** The IANA time zone of its clocks; null when it does not tell. */
  readonly timeZone: string | null;
}

interface Ticks {
  readonly busy: number;
  readonly all: number;
}

const MIB = 1024 * 1024;

/** Makes a monitor of this machine; each reading covers the time since the one before. */
export function createHostMonitor(readCpus: typeof cpus = cpus): () => HostSample {
  let before: Ticks | undefined;
  return () => {
    const now = ticksOf(readCpus());
    const cpuPercent = before ? shareOf(before, now) : null;
    before = now;
    // On Linux freemem counts what is available, caches that would be given back included.
    return {
      cpuPercent,
      memoryUsedMiB: round((totalmem() - freemem()) / MIB),
      memoryTotalMiB: round(totalmem() / MIB),
    };
  };
}

/** Describes this machine. */
export function describeHost(): Host {
  return {
    cpu: cpus()[0]?.model.trim() || 'Unknown processor',
    cpuCores: availableParallelism(),
    memoryMiB: Math.round(totalmem() / MIB),
    timeZone: zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
}

/** UTC is what servers are set to wherever they stand, and an offset is no place. */
function zoneOf(name: string | undefined): string | null {
  return name && name.includes('/') && !name.startsWith('Etc/') ? name : null;
}

function ticksOf(all: ReturnType<typeof cpus>): Ticks {
  let busy = 0;
  let idle = 0;
  for (const { times } of all) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, all: busy + idle };
}

/** Null when the counters stood still or ran backwards, as they do when a processor is taken out. */
function shareOf(before: Ticks, now: Ticks): number | null {
  const all = now.all - before.all;
  const busy = now.busy - before.busy;
  return all > 0 && busy >= 0 ? round(Math.min(100, (100 * busy) / all)) : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
