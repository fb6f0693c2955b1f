import type { BenchState } from '../bench/Bencher.ts';
import type { AgentStatus } from '../home/statusFile.ts';
import type { PowerCapState } from '../limits/PowerCaps.ts';
import type { Gpu } from '../metrics/GpuReading.ts';
import type { Settings } from '../owner/settings.ts';
import type { MeasuredConnection } from '../speed/Connection.ts';

/** All that the page shows of this machine's agent, but for what has a history. */
export interface LocalState {
  /** The agent's version. */
  readonly version: string;
  /** When this was said, as an ISO text. */
  readonly at: string;
  /** The worker that this machine is; null before an import. */
  readonly worker: { readonly id: string; readonly name: string } | null;
  /** Where its platform is; null before an import. */
  readonly gateway: string | null;
  /** What the worker is doing; null before an import. */
  readonly status: AgentStatus | null;
  readonly gpus: readonly Gpu[];
  /** Why the GPUs could not be read; null when they could, or when there is none. */
  readonly gpuProblem: string | null;
  readonly settings: Settings;
  /** How it stands with the GPUs that have a power cap. */
  readonly powerCaps: readonly PowerCapState[];
  /** How fast this machine is; null before an import, and where it is not measured at all. */
  readonly bench: BenchState | null;
  /** How fast it reaches the platform; null until measured. */
  readonly connectionSpeed: MeasuredConnection | null;
}
