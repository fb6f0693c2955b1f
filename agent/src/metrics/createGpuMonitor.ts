import { CommandError, type Command } from './createCommand.ts';
import { COMMON_GPU_FIELDS, GPU_FIELDS, parseGpuRows, unread, type GpuReading } from './parseGpuRows.ts';

/** The GPUs of this machine as read once. */
export interface GpuReport {
  /** By index; empty when there is none. */
  readonly gpus: readonly GpuReading[];
  /** Why they could not be read; null when they could, or when there is none. */
  readonly problem: string | null;
}

/** Reads the GPUs of this machine; never throws, and answers as soon as its command does. */
export type GpuMonitor = () => Promise<GpuReport>;

/** Exit code of nvidia-smi where there is no GPU. */
const NO_DEVICES = 6;

/**
 * Makes a monitor that asks nvidia-smi. A machine without it has no GPU that we know of; where it fails or hangs, the
 * GPUs seen before are reported unread, with the reason.
 */
export function createGpuMonitor(nvidiaSmi: Command): GpuMonitor {
  let fields: readonly string[] | undefined;
  let seen: readonly GpuReading[] = [];
  let asking: Promise<GpuReport> | undefined;

  async function ask(): Promise<GpuReport> {
    try {
      fields ??= await knownFields(nvidiaSmi);
      const query = [`--query-gpu=${fields.join(',')}`, '--format=csv,noheader,nounits'];
      seen = parseGpuRows(fields, await nvidiaSmi(query));
      return { gpus: seen, problem: null };
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (error.failure === 'ABSENT' || error.exitCode === NO_DEVICES) {
        seen = [];
        return { gpus: seen, problem: null };
      }
      return { gpus: seen.map(({ gpu }) => unread(gpu)), problem: error.message };
    }
  }

  return () => (asking ??= ask().finally(() => (asking = undefined)));
}

/** An unknown field makes a whole query fail, so the driver is asked once which ones it knows. */
async function knownFields(nvidiaSmi: Command): Promise<readonly string[]> {
  try {
    const help = await nvidiaSmi(['--help-query-gpu']);
    const known = new Set(Array.from(help.matchAll(/"([a-z0-9_.]+)"/g), ([, field]) => field));
    const fields = GPU_FIELDS.filter((field) => known.has(field));
    return fields.includes('uuid') ? fields : COMMON_GPU_FIELDS;
  } catch (error) {
    if (error instanceof CommandError && error.failure === 'FAILED') return COMMON_GPU_FIELDS;
    throw error;
  }
}
