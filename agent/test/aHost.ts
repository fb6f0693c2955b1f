import type { HostSample } from '../src/metrics/createHostMonitor.ts';

/** A reading of a machine whose files nobody has to wait for. */
export const aHost: HostSample = {
  cpuPercent: null,
  memoryUsedMiB: 2_048,
  memoryTotalMiB: 8_192,
  diskUsedMiB: 10_000,
  diskTotalMiB: 100_000,
  networkInBytesPerSecond: 0,
  networkOutBytesPerSecond: null,
  uptimeSeconds: 3_600,
};
