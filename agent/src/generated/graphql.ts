/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How far an attempt is. */
export type AttemptState =
  /** Ended with its job or its worker, or given back by an agent that was stopped; blames nobody. */
  | 'CANCELLED'
  /** The agent reported that it failed. */
  | 'FAILED'
  /** Its lease went to another worker. */
  | 'LOST'
  /** The result was refused; unpaid. */
  | 'REFUSED'
  /** A result was reported and is not proven yet. */
  | 'REPORTED'
  /** At work. */
  | 'RUNNING'
  /** Proven and paid. */
  | 'VERIFIED';

/** How fast an agent found its slots to be. */
export type BenchmarkInput = {
  /** Version of the agent that measured. */
  agentVersion: string;
  /** The slots that can do something, each once. 1 to 64. */
  slots: Array<SlotBenchmarkInput>;
  /** When it was measured; taken as of now where that lies ahead or more than a year back. */
  takenAt: string;
};

/** How fast an agent found a slot to do one kind of task. */
export type BenchmarkResultInput = {
  /** The kind of device that it computed on. */
  device: ComputeDevice;
  /** The software that computed, with its version. */
  engine: string;
  /** The kind of task. */
  kind: JobKind;
  /** The model that it computed with; null where there is none. */
  model?: string | null | undefined;
  /** Output megapixels a second of upscaling, megasamples a second of rendering. At most 1,000 times the reference GPU's. */
  perSecond: number;
};

/** A finished attempt. */
export type CompleteTaskInput = {
  /** The uploaded result of an upscaling. */
  assetId?: string | null | undefined;
  /** The attempt. */
  attemptId: string;
  /** The uploaded frames of a render, ascending. */
  frames?: Array<FrameInput> | null | undefined;
  /** SHA-256 in hexadecimal: of the result, or of the text with a line `<frame> <sha256>` and a line feed for each frame, ascending. */
  sha256: string;
  /** Ed25519 signature, in base64, of `result:<attemptId>:<sha256>` by the key made at enrolment. */
  signature: string;
  /** The lease's fencing token. */
  token: string;
};

/** What an agent found of one thing. */
export type ComplianceCheckInput = {
  /** How it is mended, in at most 500 characters; null where there is nothing to mend. */
  advice?: string | null | undefined;
  /** When it was checked. */
  checkedAt: string;
  /** What was checked; not AGENT_VERSION, which the platform checks. */
  code: ComplianceCode;
  /** What was found, in a sentence of at most 500 characters. */
  finding: string;
  /** Whether all is well; null where that cannot be told. */
  passed?: boolean | null | undefined;
};

/** What is checked on a worker's machine. */
export type ComplianceCode =
  /** Whether the agent is the version that the platform was released with, or a later one. Known to the platform, which checks it itself. */
  | 'AGENT_VERSION'
  /** Whether the clock agrees with the platform's. */
  | 'CLOCK'
  /** Whether only its owner can read the agent's credential and key. */
  | 'CREDENTIAL_PERMISSIONS'
  /** Whether there is room for inputs and results. */
  | 'DISK_SPACE'
  /** Whether the driver shows the GPUs. */
  | 'DRIVER'
  /** Whether the GPUs' driver is less than two years old; null where it does not tell. Not there without a GPU. */
  | 'DRIVER_AGE'
  /** Whether only its owner can open the agent's folder. */
  | 'HOME_PERMISSIONS'
  /** Whether the agent runs without an administrator's rights. */
  | 'ORDINARY_USER'
  /** Whether scenes of others are kept apart from the machine. */
  | 'SANDBOX'
  /** Whether the operating system still gets its faults mended and its kernel is less than two years old; null where that cannot be told. */
  | 'SYSTEM_AGE';

/** What an engine computes on. */
export type ComputeDevice =
  /** The processor. */
  | 'CPU'
  /** A GPU. */
  | 'GPU';

/** How fast an agent found its connection to be; at least one of the three. */
export type ConnectionInput = {
  /** From the platform, in megabits a second; null when it could not be measured. */
  downloadMbps?: number | null | undefined;
  /** There and back, in milliseconds; null when it could not be measured. */
  latencyMs?: number | null | undefined;
  /** When it was measured. */
  measuredAt: string;
  /** To the platform, in megabits a second; null when it could not be measured. */
  uploadMbps?: number | null | undefined;
};

/** A frame to come. */
export type CreateFrameUploadInput = {
  /** The attempt. */
  attemptId: string;
  /** Which of the task's frames. */
  frame: number;
  /** Its size, in bytes. */
  sizeBytes: number;
  /** The lease's fencing token. */
  token: string;
};

/** A result to come. */
export type CreateResultUploadInput = {
  /** The attempt. */
  attemptId: string;
  /** Its size, in bytes. */
  sizeBytes: number;
  /** The lease's fencing token. */
  token: string;
};

/** What a slot can do. */
export type EngineInput = {
  /** The kind of task. */
  kind: JobKind;
  /** Version of the software, such as 3.4.1; scenes saved by a later one are not offered. Left out for upscaling. */
  version?: string | null | undefined;
};

/** An agent that enrols. */
export type EnrolWorkerInput = {
  /** Ed25519 signature, in base64, of `enrol:<workerId>:<token>` by that key. */
  proof: string;
  /** The Ed25519 public key the agent just made: SPKI in base64. */
  publicKey: string;
  /** From the configuration. */
  token: string;
  /** From the configuration. */
  workerId: string;
};

/** A failed attempt. */
export type FailTaskInput = {
  /** The attempt. */
  attemptId: string;
  /** What happened, as a stable code of at most 64 characters. */
  code: string;
  /** What happened, in a sentence of at most 500 characters. */
  reason: string;
  /** The lease's fencing token. */
  token: string;
};

/** How frames are written. */
export type FrameFormat =
  /** JPEG, quality 90. */
  | 'JPEG'
  /** PNG, 8 bit a channel. */
  | 'PNG8'
  /** PNG, 16 bit a channel. */
  | 'PNG16';

/** A frame that was uploaded. */
export type FrameInput = {
  /** Which of the task's frames. */
  frame: number;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
};

/** One GPU of a machine. */
export type GpuInput = {
  /** What programs compute on it with, in the highest version that its driver knows: CUDA 13.1, ROCm 6.1.2; null when unknown. */
  compute?: string | null | undefined;
  /** Driver version; null when unknown. */
  driver?: string | null | undefined;
  /** Position on its machine, from 0. */
  index: number;
  /** Memory, in MiB; null when unknown. */
  memoryMiB?: number | null | undefined;
  /** Model. */
  name: string;
  /** Whether tasks may run on it; left out, they may. */
  takesTasks?: boolean;
  /** The maker's unique id. */
  uuid: string;
};

/** One reading of one GPU; null what it does not tell. */
export type GpuSampleInput = {
  /** A whole number. */
  eccCorrected?: number | null | undefined;
  /** A whole number. */
  eccUncorrected?: number | null | undefined;
  /** In per cent. */
  fanPercent?: number | null | undefined;
  /** Position on its machine, from 0. */
  index: number;
  /** In MHz. */
  memoryClockMhz?: number | null | undefined;
  /** Of the memory, in °C. */
  memoryTemperatureCelsius?: number | null | undefined;
  /** In MiB. */
  memoryTotalMiB?: number | null | undefined;
  /** In MiB. */
  memoryUsedMiB?: number | null | undefined;
  /** As it runs now: 0 to 16. */
  pcieGeneration?: number | null | undefined;
  /** 0 to 16. */
  pcieGenerationMax?: number | null | undefined;
  /** As it runs now: 0 to 64. */
  pcieWidth?: number | null | undefined;
  /** 0 to 64. */
  pcieWidthMax?: number | null | undefined;
  /** In watts. */
  powerLimitWatts?: number | null | undefined;
  /** In watts. */
  powerWatts?: number | null | undefined;
  /** 0 to 1000000. */
  remappedRows?: number | null | undefined;
  /** Whether a page or row waits for a restart to be retired or remapped. */
  repairPending?: boolean | null | undefined;
  /** 0 to 1000000. */
  retiredPages?: number | null | undefined;
  /** In MHz. */
  smClockMhz?: number | null | undefined;
  /** Whether it could be read. */
  state?: GpuState;
  /** Of the core, in °C. */
  temperatureCelsius?: number | null | undefined;
  /** Each once. */
  throttleReasons?: Array<ThrottleReason> | null | undefined;
  /** In per cent. */
  utilizationPercent?: number | null | undefined;
  /** The maker's unique id. */
  uuid: string;
  /** The latest 8, the earliest first. */
  xids?: Array<XidInput> | null | undefined;
};

/** Whether a GPU could be read. */
export type GpuState =
  /** It was there since the agent started, and its driver does not find it any more. */
  | 'LOST'
  /** It was read. */
  | 'READ'
  /** It could not be read: its driver or the driver's tool failed. */
  | 'UNREAD';

/** The machine an agent runs on. */
export type HardwareInput = {
  /** Version of the agent. */
  agentVersion: string;
  /** The processor's name. */
  cpu: string;
  /** Logical processors. */
  cpuCores: number;
  /** GPUs by index; empty when there is none. At most 64. */
  gpus: Array<GpuInput>;
  /** Version of the operating system's kernel; null when unknown. */
  kernel?: string | null | undefined;
  /** Memory, in MiB. */
  memoryMiB: number;
  /** Operating system and version. */
  os: string;
  /** The machine's IANA time zone; null when it does not tell. */
  timeZone?: string | null | undefined;
};

/** What keeps the calling agent from taking tasks. */
export type HoldInput = {
  /** What it is: the strictest of several. */
  reason: HoldReason;
  /** When nothing keeps it any more, by itself; null when nobody knows. */
  until?: string | null | undefined;
};

/** What keeps a worker from taking tasks, on its own machine. */
export type HoldReason =
  /** Its owner lets it finish what it has, and take nothing new. */
  | 'DRAINED'
  /** Somebody uses the machine, or it cannot be told, and its owner lets it work only while nobody does. */
  | 'IN_USE'
  /** Its owner has paused it there. */
  | 'PAUSED'
  /** It is outside the hours that its owner set. */
  | 'SCHEDULE'
  /** A GPU is hotter than its owner allows. */
  | 'TEMPERATURE';

/** One reading of a machine; null what it does not tell. */
export type HostSampleInput = {
  /** In per cent. */
  cpuPercent?: number | null | undefined;
  /** In MiB. */
  diskTotalMiB?: number | null | undefined;
  /** In MiB. */
  diskUsedMiB?: number | null | undefined;
  /** In MiB. */
  memoryTotalMiB?: number | null | undefined;
  /** In MiB. */
  memoryUsedMiB?: number | null | undefined;
  /** In bytes a second. */
  networkInBytesPerSecond?: number | null | undefined;
  /** In bytes a second. */
  networkOutBytesPerSecond?: number | null | undefined;
  /** In seconds. */
  uptimeSeconds?: number | null | undefined;
};

/** What a provider wants of a worker. */
export type Intent =
  /** Finish what it has, take nothing new. */
  | 'DRAIN'
  /** Take nothing new until told otherwise; what it has it finishes or hands back, as its owner chose on the machine. */
  | 'PAUSE'
  /** Take tasks. */
  | 'RUN';

/** What a job does. */
export type JobKind =
  /** Renders frames of a scene by Blender. */
  | 'RENDER'
  /** Upscales a picture by a neural network. */
  | 'UPSCALE';

/** How far an attempt is. */
export type ProgressInput = {
  /** The attempt. */
  attemptId: string;
  /** Share done, 0 to 1. */
  progress: number;
  /** How many signs of life there were so far, of which progress need not tell: words of the engine, pieces of files that came or went. Any change counts as one. */
  signs?: number;
  /** Whether the agent stops and means to go on with it: until the lease expires the attempt waits for its next report, then the task is offered at once, and nobody is blamed. */
  stopping?: boolean;
  /** The lease's fencing token. */
  token: string;
};

/** One reading of a whole worker. */
export type ReadingInput = {
  /** When it was taken, by the agent's clock: not older than 14 days, at most 5 min ahead. */
  at: string;
  /** One sample a GPU; empty without a GPU. At most 64. */
  gpus: Array<GpuSampleInput>;
  /** The machine around them. */
  host: HostSampleInput;
};

/** How fast an agent found one slot to be. */
export type SlotBenchmarkInput = {
  /** Driver of its GPU; null without one, or where it does not tell. */
  driver?: string | null | undefined;
  /** One for each kind of task that it can do. */
  results: Array<BenchmarkResultInput>;
  /** Position on its worker, from 0. */
  slot: number;
};

/** What holds the clocks of a GPU back, as its driver says. */
export type ThrottleReason =
  /** Someone has set its clocks. */
  | 'APPLICATION_CLOCKS'
  /** A display holds its clocks. */
  | 'DISPLAY_CLOCKS'
  /** Its hardware slows it to half or less: heat, power or the power brake. */
  | 'HARDWARE_SLOWDOWN'
  /** Its hardware slows it because it is too hot. */
  | 'HARDWARE_THERMAL'
  /** It has nothing to do. */
  | 'IDLE'
  /** Something that this API has no word for. */
  | 'OTHER'
  /** The power supply tells it to slow down. */
  | 'POWER_BRAKE'
  /** It has reached its power limit. */
  | 'POWER_CAP'
  /** Its driver slows it because it, or its memory, is hot. */
  | 'SOFTWARE_THERMAL'
  /** It keeps pace with other GPUs of its group. */
  | 'SYNC_BOOST';

/** An error that a GPU's driver wrote to the kernel's log. */
export type XidInput = {
  /** When it was logged last, by the agent's clock. */
  at: string;
  /** 1 to 100000. */
  code: number;
};

export type EnrolWorkerMutationVariables = Exact<{
  input: EnrolWorkerInput;
}>;


export type EnrolWorkerMutation = { enrolWorker: { credential: string, worker: { id: string, name: string } } };

export type EndRunMutationVariables = Exact<{
  run: string;
}>;


export type EndRunMutation = { endRun: { id: string } };

export type ReportHardwareMutationVariables = Exact<{
  input: HardwareInput;
}>;


export type ReportHardwareMutation = { reportHardware: { id: string } };

export type LeaseFieldsFragment = { attemptId: string, taskId: string, token: string, slot: number, kind: JobKind, check: boolean, inputUrl: string, inputBytes: number, inputSha256: string | null, reward: string, render: { frames: Array<number>, uploaded: Array<number>, width: number, height: number, samples: number, format: FrameFormat } | null, upscale: { factor: number, width: number, height: number, keepTop: number, keepHeight: number } | null };

export type HeartbeatMutationVariables = Exact<{
  at: string;
  mining: boolean;
  hold?: HoldInput | null | undefined;
}>;


export type HeartbeatMutation = { heartbeat: { watched: boolean, worker: { id: string, name: string, status: { intent: Intent }, leases: Array<{ attemptId: string, taskId: string, token: string, slot: number, kind: JobKind, check: boolean, inputUrl: string, inputBytes: number, inputSha256: string | null, reward: string, render: { frames: Array<number>, uploaded: Array<number>, width: number, height: number, samples: number, format: FrameFormat } | null, upscale: { factor: number, width: number, height: number, keepTop: number, keepHeight: number } | null }> | null } | null } };

export type WorkerTermsQueryVariables = Exact<{
  id: string;
}>;


export type WorkerTermsQuery = { worker: { walletAddress: string | null, bid: string, customBid: string | null, benchScore: number | null, hourlyEstimate: { low: string | null, expected: string | null, high: string | null, reason: string | null, method: string, thin: boolean | null } | null } | null, market: { averageBid: string | null, asOf: string | null } };

export type SetWorkerBidMutationVariables = Exact<{
  id: string;
  bid?: string | null | undefined;
}>;


export type SetWorkerBidMutation = { setWorkerBid: { bid: string, customBid: string | null } };

export type RecordReadingsMutationVariables = Exact<{
  readings: Array<ReadingInput> | ReadingInput;
}>;


export type RecordReadingsMutation = { recordReadings: { recorded: number } };

export type WatchedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchedSubscription = { watched: { seconds: number } };

export type WorkAvailableSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WorkAvailableSubscription = { workAvailable: { at: string } };

export type LeaseTaskMutationVariables = Exact<{
  slot: number;
  engines: Array<EngineInput> | EngineInput;
}>;


export type LeaseTaskMutation = { leaseTask: { attemptId: string, taskId: string, token: string, slot: number, kind: JobKind, check: boolean, inputUrl: string, inputBytes: number, inputSha256: string | null, reward: string, render: { frames: Array<number>, uploaded: Array<number>, width: number, height: number, samples: number, format: FrameFormat } | null, upscale: { factor: number, width: number, height: number, keepTop: number, keepHeight: number } | null } | null };

export type ReportProgressMutationVariables = Exact<{
  reports: Array<ProgressInput> | ProgressInput;
}>;


export type ReportProgressMutation = { reportProgress: Array<{ attemptId: string, held: boolean }> };

export type CreateResultUploadMutationVariables = Exact<{
  input: CreateResultUploadInput;
}>;


export type CreateResultUploadMutation = { createResultUpload: { assetId: string, url: string } };

export type CreateFrameUploadMutationVariables = Exact<{
  input: CreateFrameUploadInput;
}>;


export type CreateFrameUploadMutation = { createFrameUpload: { assetId: string, url: string } };

export type CompleteTaskMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type CompleteTaskMutation = { completeTask: { id: string, state: AttemptState } };

export type FailTaskMutationVariables = Exact<{
  input: FailTaskInput;
}>;


export type FailTaskMutation = { failTask: { id: string, state: AttemptState } };

export type ReportBenchmarkMutationVariables = Exact<{
  input: BenchmarkInput;
}>;


export type ReportBenchmarkMutation = { reportBenchmark: { id: string, benchScore: number | null, benchmark: { assumed: boolean } | null } };

export type MeasureConnectionMutationVariables = Exact<{ [key: string]: never; }>;


export type MeasureConnectionMutation = { measureConnection: { downloadUrl: string, uploadUrl: string, uploadBytes: number } };

export type ReportConnectionMutationVariables = Exact<{
  input: ConnectionInput;
}>;


export type ReportConnectionMutation = { reportConnection: { id: string } };

export type ReportComplianceMutationVariables = Exact<{
  checks: Array<ComplianceCheckInput> | ComplianceCheckInput;
}>;


export type ReportComplianceMutation = { reportCompliance: { id: string } };

export const LeaseFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptId"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"check"}},{"kind":"Field","name":{"kind":"Name","value":"inputUrl"}},{"kind":"Field","name":{"kind":"Name","value":"inputBytes"}},{"kind":"Field","name":{"kind":"Name","value":"inputSha256"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"render"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frames"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}},{"kind":"Field","name":{"kind":"Name","value":"format"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upscale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"keepTop"}},{"kind":"Field","name":{"kind":"Name","value":"keepHeight"}}]}}]}}]} as unknown as DocumentNode<LeaseFieldsFragment, unknown>;
export const EnrolWorkerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnrolWorker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnrolWorkerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolWorker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credential"}},{"kind":"Field","name":{"kind":"Name","value":"worker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<EnrolWorkerMutation, EnrolWorkerMutationVariables>;
export const EndRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"run"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"run"},"value":{"kind":"Variable","name":{"kind":"Name","value":"run"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EndRunMutation, EndRunMutationVariables>;
export const ReportHardwareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportHardware"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HardwareInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportHardware"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReportHardwareMutation, ReportHardwareMutationVariables>;
export const HeartbeatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Heartbeat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mining"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hold"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heartbeat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}},{"kind":"Argument","name":{"kind":"Name","value":"mining"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mining"}}},{"kind":"Argument","name":{"kind":"Name","value":"hold"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hold"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"watched"}},{"kind":"Field","name":{"kind":"Name","value":"worker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"leases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptId"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"check"}},{"kind":"Field","name":{"kind":"Name","value":"inputUrl"}},{"kind":"Field","name":{"kind":"Name","value":"inputBytes"}},{"kind":"Field","name":{"kind":"Name","value":"inputSha256"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"render"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frames"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}},{"kind":"Field","name":{"kind":"Name","value":"format"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upscale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"keepTop"}},{"kind":"Field","name":{"kind":"Name","value":"keepHeight"}}]}}]}}]} as unknown as DocumentNode<HeartbeatMutation, HeartbeatMutationVariables>;
export const WorkerTermsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkerTerms"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"worker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"walletAddress"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"customBid"}},{"kind":"Field","name":{"kind":"Name","value":"benchScore"}},{"kind":"Field","name":{"kind":"Name","value":"hourlyEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"thin"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"market"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"averageBid"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}}]} as unknown as DocumentNode<WorkerTermsQuery, WorkerTermsQueryVariables>;
export const SetWorkerBidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetWorkerBid"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bid"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MicroUsd"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setWorkerBid"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"bid"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bid"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"customBid"}}]}}]}}]} as unknown as DocumentNode<SetWorkerBidMutation, SetWorkerBidMutationVariables>;
export const RecordReadingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordReadings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"readings"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReadingInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordReadings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"readings"},"value":{"kind":"Variable","name":{"kind":"Name","value":"readings"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recorded"}}]}}]}}]} as unknown as DocumentNode<RecordReadingsMutation, RecordReadingsMutationVariables>;
export const WatchedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Watched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"watched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seconds"}}]}}]}}]} as unknown as DocumentNode<WatchedSubscription, WatchedSubscriptionVariables>;
export const WorkAvailableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WorkAvailable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workAvailable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]} as unknown as DocumentNode<WorkAvailableSubscription, WorkAvailableSubscriptionVariables>;
export const LeaseTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LeaseTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slot"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"engines"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EngineInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaseTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slot"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slot"}}},{"kind":"Argument","name":{"kind":"Name","value":"engines"},"value":{"kind":"Variable","name":{"kind":"Name","value":"engines"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LeaseFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LeaseFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lease"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptId"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"check"}},{"kind":"Field","name":{"kind":"Name","value":"inputUrl"}},{"kind":"Field","name":{"kind":"Name","value":"inputBytes"}},{"kind":"Field","name":{"kind":"Name","value":"inputSha256"}},{"kind":"Field","name":{"kind":"Name","value":"reward"}},{"kind":"Field","name":{"kind":"Name","value":"render"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frames"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"samples"}},{"kind":"Field","name":{"kind":"Name","value":"format"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upscale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"keepTop"}},{"kind":"Field","name":{"kind":"Name","value":"keepHeight"}}]}}]}}]} as unknown as DocumentNode<LeaseTaskMutation, LeaseTaskMutationVariables>;
export const ReportProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reports"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProgressInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reports"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reports"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptId"}},{"kind":"Field","name":{"kind":"Name","value":"held"}}]}}]}}]} as unknown as DocumentNode<ReportProgressMutation, ReportProgressMutationVariables>;
export const CreateResultUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateResultUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateResultUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createResultUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assetId"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<CreateResultUploadMutation, CreateResultUploadMutationVariables>;
export const CreateFrameUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateFrameUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateFrameUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createFrameUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assetId"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]} as unknown as DocumentNode<CreateFrameUploadMutation, CreateFrameUploadMutationVariables>;
export const CompleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CompleteTaskMutation, CompleteTaskMutationVariables>;
export const FailTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FailTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FailTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<FailTaskMutation, FailTaskMutationVariables>;
export const ReportBenchmarkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportBenchmark"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BenchmarkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportBenchmark"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"benchScore"}},{"kind":"Field","name":{"kind":"Name","value":"benchmark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assumed"}}]}}]}}]}}]} as unknown as DocumentNode<ReportBenchmarkMutation, ReportBenchmarkMutationVariables>;
export const MeasureConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MeasureConnection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measureConnection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadBytes"}}]}}]}}]} as unknown as DocumentNode<MeasureConnectionMutation, MeasureConnectionMutationVariables>;
export const ReportConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReportConnectionMutation, ReportConnectionMutationVariables>;
export const ReportComplianceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportCompliance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"checks"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ComplianceCheckInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportCompliance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"checks"},"value":{"kind":"Variable","name":{"kind":"Name","value":"checks"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ReportComplianceMutation, ReportComplianceMutationVariables>;