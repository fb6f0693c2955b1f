import type { KeyObject } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { EngineFactory } from '../engine/Engine.ts';
import type { PastAttempt } from '../history/History.ts';
import type { Enrolment, Home } from '../home/Home.ts';
import type { AgentStatus } from '../home/statusFile.ts';
import type { Log } from '../log.ts';
import type { HostMonitor } from '../metrics/createHostMonitor.ts';
import type { GpuMonitor } from '../metrics/GpuReading.ts';
import type { Owner } from '../owner/Owner.ts';
import type { UpkeepOptions } from '../upkeep/Upkeep.ts';

/** What one run of the agent stands on. */
export interface AgentOptions {
  readonly home: Home;
  readonly enrolment: Enrolment;
  readonly key: KeyObject;
  /** Makes a slot's engines. */
  readonly engines: readonly EngineFactory[];
  readonly gpuMonitor: GpuMonitor;
  readonly hostMonitor: HostMonitor;
  /** Time from one reading to the next, in milliseconds. */
  readonly readingIntervalMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** What the owner of the machine wants of it. */
  readonly owner: Owner;
  /** What is done now and then beside the tasks; nothing is where it is left out. */
  readonly upkeep?: Pick<UpkeepOptions, 'check' | 'onChange'> | undefined;
  /** Told whenever its status has changed. */
  readonly onStatus: (status: AgentStatus) => void;
  /** Told of each attempt that ended here. */
  readonly onAttempt: (attempt: PastAttempt) => void;
}
