import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, release, totalmem, type, uptime } from 'node:os';
import type { Clock } from '../clock.ts';
import { readNetwork, type NetworkBytes } from './readNetwork.ts';

/** One reading of a machine; null for whatever it does not tell. */
export interface HostSample {
  /** Share of all processors in use since the reading before, in per cent; null in the first. */
  readonly cpuPercent: number | null;
  /** Memory that no program could get, in MiB. */
  readonly memoryUsedMiB: number;
  /** Memory in all, in MiB. */
  readonly memoryTotalMiB: number;
  /** Of the disk that holds the home folder, in MiB. */
  readonly diskUsedMiB: number | null;
  readonly diskTotalMiB: number | null;
  /** Since the reading before; null in the first. */
  readonly networkInBytesPerSecond: number | null;
  readonly networkOutBytesPerSecond: number | null;
  /** How long the machine is up. */
  readonly uptimeSeconds: number;
}

/** Reads this machine. */
export type HostMonitor = () => Promise<HostSample>;

/** What does not change about a machine while it runs. */
export interface Host {
  /** The processor's name. */
  readonly cpu: string;
  /** Logical processors that this program may use. */
  readonly cpuCores: number;
  /** Memory, in MiB. */
  readonly memoryMiB: number;
  /** Operating system and version. */
  readonly os: string;
  /** Version of its kernel. */
  readonly kernel: string;
  /** The IANA time zone of its clocks; null when it does not tell. */
  readonly timeZone: string | null;
}

export interface HostMonitorOptions {
  /** The home folder, whose disk is measured. */
  readonly folder: string;
  readonly clock: Clock;
  readonly readCpus?: typeof cpus;
  readonly countNetwork?: () => Promise<NetworkBytes | null>;
}

interface Ticks {
  readonly busy: number;
  readonly all: number;
}

const MIB = 1024 * 1024;

/** Makes a monitor of this machine; each reading covers the time since the one before. */
export function createHostMonitor(options: HostMonitorOptions): HostMonitor {
  const { folder, clock, readCpus = cpus, countNetwork = () => readNetwork() } = options;
  let ticksBefore: Ticks | undefined;
  let networkBefore: { at: number; bytes: NetworkBytes } | undefined;

  return async () => {
    const [bytes, disk] = await Promise.all([countNetwork(), readDisk(folder)]);
    const ticks = ticksOf(readCpus());
    const cpuPercent = ticksBefore ? shareOf(ticksBefore, ticks) : null;
    ticksBefore = ticks;
    const at = clock.elapsed();
    const seconds = networkBefore ? (at - networkBefore.at) / 1_000 : 0;
    const rate = (name: keyof NetworkBytes) => rateOf(networkBefore?.bytes[name], bytes?.[name], seconds);
    const [networkInBytesPerSecond, networkOutBytesPerSecond] = [rate('received'), rate('sent')];
    networkBefore = bytes ? { at, bytes } : undefined;
    // On Linux freemem counts what is available, caches that would be given back included.
    return {
      cpuPercent,
      memoryUsedMiB: round((totalmem() - freemem()) / MIB),
      memoryTotalMiB: round(totalmem() / MIB),
      ...disk,
      networkInBytesPerSecond,
      networkOutBytesPerSecond,
      uptimeSeconds: Math.floor(uptime()),
    };
  };
}

/** Describes this machine. */
export function describeHost(): Host {
  return {
    cpu: cpus()[0]?.model.trim() || 'Unknown processor',
    cpuCores: availableParallelism(),
    memoryMiB: Math.round(totalmem() / MIB),
    os: distribution() ?? `${type()} ${release()}`,
    kernel: release(),
    timeZone: zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone),
  };
}

/** UTC is what servers are set to wherever they stand, and an offset is no place. */
function zoneOf(name: string | undefined): string | null {
  return name && name.includes('/') && !name.startsWith('Etc/') ? name : null;
}

/** What a Linux calls itself. */
function distribution(): string | undefined {
  try {
    return /^PRETTY_NAME="?([^"\n]{1,200}?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

async function readDisk(folder: string): Promise<Pick<HostSample, 'diskUsedMiB' | 'diskTotalMiB'>> {
  try {
    const { blocks, bfree, bsize } = await statfs(folder);
    return {
      diskUsedMiB: round(((blocks - bfree) * bsize) / MIB),
      diskTotalMiB: round((blocks * bsize) / MIB),
    };
  } catch {
    return { diskUsedMiB: null, diskTotalMiB: null };
  }
}

/** Null when nothing was counted before, or when the counter began anew. */
function rateOf(before: number | undefined, now: number | undefined, seconds: number): number | null {
  if (before === undefined || now === undefined || seconds <= 0 || now < before) return null;
  return Math.round((now - before) / seconds);
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
