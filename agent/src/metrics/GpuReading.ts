import type { GpuState, ThrottleReason } from '../generated/graphql.ts';

/** One GPU as its driver names it. */
export interface Gpu {
  /** Position on its machine, from 0. */
  readonly index: number;
  /** The maker's unique id. */
  readonly uuid: string;
  /** Model. */
  readonly name: string;
  /** Memory in MiB; null when it does not tell. */
  readonly memoryMiB: number | null;
  /** Driver version; null when it does not tell. */
  readonly driver: string | null;
  /** What programs compute on it with, in the highest version that its driver knows; null when it does not tell. */
  readonly compute: string | null;
}

/** An error that a GPU's driver wrote to the kernel's log. */
export interface Xid {
  readonly code: number;
  /** When it was logged last, as an ISO text. */
  readonly at: string;
}

/** One reading of one GPU, in the units of the contract; null for whatever it does not tell. */
export interface GpuSample {
  readonly state: GpuState;
  readonly utilizationPercent: number | null;
  readonly memoryUsedMiB: number | null;
  readonly memoryTotalMiB: number | null;
  readonly temperatureCelsius: number | null;
  readonly memoryTemperatureCelsius: number | null;
  readonly powerWatts: number | null;
  readonly powerLimitWatts: number | null;
  readonly fanPercent: number | null;
  readonly smClockMhz: number | null;
  readonly memoryClockMhz: number | null;
  readonly pcieGeneration: number | null;
  readonly pcieGenerationMax: number | null;
  readonly pcieWidth: number | null;
  readonly pcieWidthMax: number | null;
  readonly eccCorrected: number | null;
  readonly eccUncorrected: number | null;
  readonly retiredPages: number | null;
  readonly remappedRows: number | null;
  readonly repairPending: boolean | null;
  readonly throttleReasons: readonly ThrottleReason[] | null;
  readonly xids: readonly Xid[] | null;
}

/** A GPU and what was read of it. */
export interface GpuReading {
  readonly gpu: Gpu;
  /** Where it is on the PCI bus, as its driver writes it; null when it does not tell. */
  readonly bus: string | null;
  readonly sample: GpuSample;
}

/** The GPUs of this machine as read once. */
export interface GpuReport {
  /** By index, those that were there since the start and cannot be read now among them; empty when there is none. */
  readonly gpus: readonly GpuReading[];
  /** Why some could not be read; null when all could, or when there is none. */
  readonly problem: string | null;
}

/** Reads the GPUs of this machine; never throws, and answers as soon as its command does. */
export type GpuMonitor = () => Promise<GpuReport>;

/** What this program puts before the ids of AMD's GPUs. */
export const AMD = 'AMD-';

/** More GPUs than this on one machine are not reported. */
export const MOST_GPUS = 64;

/** A GPU that tells nothing. */
export const NOTHING_TOLD: GpuSample = {
  state: 'READ',
  utilizationPercent: null,
  memoryUsedMiB: null,
  memoryTotalMiB: null,
  temperatureCelsius: null,
  memoryTemperatureCelsius: null,
  powerWatts: null,
  powerLimitWatts: null,
  fanPercent: null,
  smClockMhz: null,
  memoryClockMhz: null,
  pcieGeneration: null,
  pcieGenerationMax: null,
  pcieWidth: null,
  pcieWidthMax: null,
  eccCorrected: null,
  eccUncorrected: null,
  retiredPages: null,
  remappedRows: null,
  repairPending: null,
  throttleReasons: null,
  xids: null,
};
