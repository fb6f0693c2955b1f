/** Where a worker stands on one axis, told by the service that knows it. Absolute, with a revision: older ones are ignored. */
interface WorkerAxis {
  workerId: string;
  providerId: string;
  /** Grows with every change of this axis of this worker. */
  revision: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** A reading as it is stored and shown. */
export interface ReadingEvent {
  workerId: string;
  providerId: string;
  reading: Reading;
}

/** One reading of a whole worker; null is what it does not tell. */
export interface Reading {
  /** Milliseconds since 1970, by the agent's clock. */
  at: number;
  gpus: GpuSample[];
  host: HostSample;
}

export interface HostSample {
  cpuPercent: number | null;
  memoryUsedMiB: number | null;
  memoryTotalMiB: number | null;
  diskUsedMiB: number | null;
  diskTotalMiB: number | null;
  networkInBytesPerSecond: number | null;
  networkOutBytesPerSecond: number | null;
  uptimeSeconds: number | null;
}

export interface GpuSample {
  index: number;
  uuid: string;
  state: 'READ' | 'UNREAD' | 'LOST';
  utilizationPercent: number | null;
  memoryUsedMiB: number | null;
  memoryTotalMiB: number | null;
  temperatureCelsius: number | null;
  memoryTemperatureCelsius: number | null;
  powerWatts: number | null;
  powerLimitWatts: number | null;
  fanPercent: number | null;
  smClockMhz: number | null;
  memoryClockMhz: number | null;
  pcieGeneration: number | null;
  pcieGenerationMax: number | null;
  pcieWidth: number | null;
  pcieWidthMax: number | null;
  eccCorrected: number | null;
  eccUncorrected: number | null;
  retiredPages: number | null;
  remappedRows: number | null;
  repairPending: boolean | null;
  throttleReasons: ThrottleReason[] | null;
  xids: { code: number; at: number }[] | null;
}

/** What a worker brings to the market. */
export interface MarketEntry {
  /** In force, for 3,600 work units. */
  bidMicroUsd: string;
  /** Of all its slots together; null until measured. */
  benchScore: number | null;
  slots: number;
  /** Whether it is online and willing to take tasks, or at work. */
  online: boolean;
  /** Whether it has a task. */
  busy: boolean;
}

/** What holds the clocks of a GPU back. */
export type ThrottleReason =
  | 'IDLE'
  | 'APPLICATION_CLOCKS'
  | 'POWER_CAP'
  | 'HARDWARE_SLOWDOWN'
  | 'SYNC_BOOST'
  | 'SOFTWARE_THERMAL'
  | 'HARDWARE_THERMAL'
  | 'POWER_BRAKE'
  | 'DISPLAY_CLOCKS'
  | 'OTHER';

/** What a worker does for its owner beside its tasks. */
export interface Standby {
  /** Whether it mines for its owner's pool. */
  mining: boolean;
  hold: Hold | null;
}

/** What keeps a worker from taking tasks, on its own machine. */
export interface Hold {
  reason: 'PAUSED' | 'DRAINED' | 'SCHEDULE' | 'TEMPERATURE' | 'IN_USE';
  /** Milliseconds since 1970; null when nobody knows. */
  until: number | null;
}

/**
 * What services must tell each other: delivered at least once, receivers ignore repeats.
 * Money travels as decimal text, because an outbox in a document would turn a bigint into a number.
 */
export interface DurableEvents {
  /** workers → tasks, telemetry */
  'worker.enrolled': { workerId: string; providerId: string; at: number };
  /** workers → tasks, telemetry, billing: its leases end, its clock stops, the market forgets it */
  'worker.deleted': { workerId: string; providerId: string; at: number };
  /** workers → tasks: what it asks for 3,600 work units; null for the platform's default */
  'worker.bid': WorkerAxis & { bidMicroUsd: string | null };
  /** workers → billing: what it brings to the market */
  'worker.market': WorkerAxis & MarketEntry;
  /** telemetry → workers */
  'worker.connectivity': WorkerAxis & { connectivity: 'ONLINE' | 'STALE' | 'OFFLINE' };
  /** telemetry → workers: the hottest GPU in steps of 5 °C */
  'worker.heat': WorkerAxis & { hottestGpuCelsius: number | null };
  /** telemetry → workers: what it does for its owner beside its tasks, as its agent last said */
  'worker.standby': WorkerAxis & Standby;
  /** tasks → workers */
  'worker.work': WorkerAxis & { work: 'IDLE' | 'UPSCALING' | 'RENDERING' };
  /** tasks → billing: on how many of its slots it has a task, while it has any; 1 until told */
  'worker.slots': WorkerAxis & { busySlots: number };
  /** billing → workers: all of it, and that of one day (YYYY-MM-DD, UTC) */
  'worker.earned': WorkerAxis & { day: string; todayMicroUsd: string; totalMicroUsd: string };
  /** tasks → billing: reserve this much */
  'job.submitted': { jobId: string; creatorId: string; maxMicroUsd: string };
  /** billing → tasks: it is reserved */
  'job.funded': { jobId: string };
  /** billing → tasks: it could not be reserved; `code` is INSUFFICIENT_FUNDS */
  'job.refused': { jobId: string; code: string };
  /** tasks → billing: pay for it */
  'task.verified': {
    taskId: string;
    attemptId: string;
    jobId: string;
    creatorId: string;
    workerId: string;
    providerId: string;
    milliUnits: number;
    bidMicroUsd: string;
    rewardMicroUsd: string;
    feeMicroUsd: string;
  };
  /** tasks → billing: no more will be paid for it; release what is left. Told after its last task.verified is acknowledged. */
  'job.closed': { jobId: string; creatorId: string };
}

/** What only a screen needs: published and forgotten. */
export interface ScreenEvents {
  'worker.changed': { workerId: string; providerId: string; deleted: boolean };
  'reading.recorded': ReadingEvent;
  /** Someone looks at this worker's readings live; told again every 10 s. */
  'worker.watched': { workerId: string };
  'job.changed': { jobId: string; creatorId: string };
  'attempt.changed': { attemptId: string; taskId: string; workerId: string; providerId: string };
  /** For the agent of this worker. */
  'work.available': { workerId: string };
  'reward.posted': { transactionId: string; workerId: string; providerId: string };
  'balance.changed': { creatorId: string };
  /** The gateway ends this scope's streams and sockets. */
  'credential.revoked': { scope: string };
}

/** Every topic of the platform and what it carries. */
export type EventMap = DurableEvents & ScreenEvents;
