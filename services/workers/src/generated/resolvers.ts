// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountRecord } from '../domain/account.ts';
import type { Gpu as StoredGpu } from '../model/hardware.ts';
import type { WorkerRecord } from '../domain/workerRecord.ts';
import type { WorkerPage } from '../domain/listWorkers.ts';
import type { WorkerChanged } from '../domain/watchWorkers.ts';
import type { Context } from '@pictor/kit';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as an ISO 8601 text with milliseconds, in UTC. */
  DateTime: { input: Date; output: Date | number; }
  /** An amount of money in whole micro-dollars (1,000,000 are one US dollar), written as a decimal string. */
  MicroUsd: { input: bigint; output: bigint; }
  _FieldSet: { input: string; output: string; }
};

/** Someone who signs in. */
export type Account = {
  __typename?: 'Account';
  /** When it was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** The account as one who submits jobs. */
  creator: Creator;
  /** The address to sign in with. */
  email: Scalars['String']['output'];
  /** Names the account; quote it when paying in. */
  id: Scalars['ID']['output'];
  /** The account as one who owns workers. */
  provider: Provider;
  /** What the account may do. */
  roles: Array<Role>;
  /** The Ethereum address its workers are to be paid at, with its EIP-55 checksum; null when none is set. */
  walletAddress?: Maybe<Scalars['String']['output']>;
};

/** How fast the slots of a worker are. */
export type Benchmark = {
  __typename?: 'Benchmark';
  /** Version of the agent that measured. */
  agentVersion: Scalars['String']['output'];
  /** Whether the reference GPU, which scores 1000, is assumed and not measured yet. */
  assumed: Scalars['Boolean']['output'];
  /** The worker's bench score: those of its slots, added up. */
  score: Scalars['Float']['output'];
  /** The slots that were measured, by index. */
  slots: Array<SlotBenchmark>;
  /** When it was measured, by the agent's clock; as of when it was told where that clock is ahead or a year behind. */
  takenAt: Scalars['DateTime']['output'];
};

/** How fast an agent found its slots to be. */
export type BenchmarkInput = {
  /** Version of the agent that measured. */
  agentVersion: Scalars['String']['input'];
  /** The slots that can do something, each once. 1 to 64. */
  slots: Array<SlotBenchmarkInput>;
  /** When it was measured; taken as of now where that lies ahead or more than a year back. */
  takenAt: Scalars['DateTime']['input'];
};

/** How fast a slot does one kind of task: the median of three runs after one to warm up. */
export type BenchmarkResult = {
  __typename?: 'BenchmarkResult';
  /** The kind of device that it computed on. */
  device: ComputeDevice;
  /** The software that computed, with its version. */
  engine: Scalars['String']['output'];
  /** The kind of task. */
  kind: JobKind;
  /** The model that it computed with; null where there is none. */
  model?: Maybe<Scalars['String']['output']>;
  /** What was measured, in the unit beside it. */
  perSecond: Scalars['Float']['output'];
  /** The same as milli-units of work a second: the reference GPU does 1000. */
  score: Scalars['Float']['output'];
  /** The unit. */
  unit: BenchmarkUnit;
};

/** How fast an agent found a slot to do one kind of task. */
export type BenchmarkResultInput = {
  /** The kind of device that it computed on. */
  device: ComputeDevice;
  /** The software that computed, with its version. */
  engine: Scalars['String']['input'];
  /** The kind of task. */
  kind: JobKind;
  /** The model that it computed with; null where there is none. */
  model?: InputMaybe<Scalars['String']['input']>;
  /** Output megapixels a second of upscaling, megasamples a second of rendering. At most 1,000 times the reference GPU's. */
  perSecond: Scalars['Float']['input'];
};

/** What speed is measured in. */
export type BenchmarkUnit =
  /** Rendering: a sample of a million pixels in a second. */
  | 'MEGASAMPLES'
  /** Upscaling: a million pixels of the result in a second. */
  | 'OUTPUT_MEGAPIXELS';

/** What was checked on a worker's machine. */
export type Compliance = {
  __typename?: 'Compliance';
  /** Broken first. */
  checks: Array<ComplianceCheck>;
  /** Whether nothing failed. */
  passed: Scalars['Boolean']['output'];
};

/** One thing that was checked. */
export type ComplianceCheck = {
  __typename?: 'ComplianceCheck';
  /** How it is mended; null where there is nothing to mend. */
  advice?: Maybe<Scalars['String']['output']>;
  /** When it was checked, by the agent's clock; as of when it was told where that clock is ahead or a year behind. */
  checkedAt: Scalars['DateTime']['output'];
  /** What was checked. */
  code: ComplianceCode;
  /** What was found, in a sentence. */
  finding: Scalars['String']['output'];
  /** Whether all is well; null where that cannot be told. */
  passed?: Maybe<Scalars['Boolean']['output']>;
};

/** What an agent found of one thing. */
export type ComplianceCheckInput = {
  /** How it is mended, in at most 500 characters; null where there is nothing to mend. */
  advice?: InputMaybe<Scalars['String']['input']>;
  /** When it was checked. */
  checkedAt: Scalars['DateTime']['input'];
  /** What was checked; not AGENT_VERSION, which the platform checks. */
  code: ComplianceCode;
  /** What was found, in a sentence of at most 500 characters. */
  finding: Scalars['String']['input'];
  /** Whether all is well; null where that cannot be told. */
  passed?: InputMaybe<Scalars['Boolean']['input']>;
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
  downloadMbps?: InputMaybe<Scalars['Float']['input']>;
  /** There and back, in milliseconds; null when it could not be measured. */
  latencyMs?: InputMaybe<Scalars['Float']['input']>;
  /** When it was measured. */
  measuredAt: Scalars['DateTime']['input'];
  /** To the platform, in megabits a second; null when it could not be measured. */
  uploadMbps?: InputMaybe<Scalars['Float']['input']>;
};

/** Addresses that an agent measures its connection with. What it sends is counted and thrown away. */
export type ConnectionMeasurement = {
  __typename?: 'ConnectionMeasurement';
  /** How many bytes come. */
  downloadBytes: Scalars['Int']['output'];
  /** GET it: so many bytes come. */
  downloadUrl: Scalars['String']['output'];
  /** How many bytes it takes at most. */
  uploadBytes: Scalars['Int']['output'];
  /** PUT so many bytes or fewer; the answer is JSON and says how many came, as `bytes`. */
  uploadUrl: Scalars['String']['output'];
};

/** How fast a worker reaches the platform, as its agent measured it. */
export type ConnectionSpeed = {
  __typename?: 'ConnectionSpeed';
  /** From the platform, in megabits (a million bits) a second; null when it could not be measured. */
  downloadMbps?: Maybe<Scalars['Float']['output']>;
  /** There and back, in milliseconds; null when it could not be measured. */
  latencyMs?: Maybe<Scalars['Float']['output']>;
  /** When it was measured, by the agent's clock; as of when it was told where that clock is ahead or a year behind. */
  measuredAt: Scalars['DateTime']['output'];
  /** To the platform, in megabits a second; null when it could not be measured. */
  uploadMbps?: Maybe<Scalars['Float']['output']>;
};

/** Whether a worker is heard from. A heartbeat is due every 10 s. */
export type Connectivity =
  /** Never heard from. */
  | 'NEW'
  /** Silent for 90 s. */
  | 'OFFLINE'
  /** Heard from in time. */
  | 'ONLINE'
  /** Silent for 30 s. */
  | 'STALE';

/** A new worker. */
export type CreateWorkerInput = {
  /** Made by the caller, at most 64 characters, so that asking twice makes one worker. */
  key: Scalars['String']['input'];
  /** 1 to 64 characters. */
  name: Scalars['String']['input'];
};

/** A worker just created. */
export type CreatedWorker = {
  __typename?: 'CreatedWorker';
  /** What its agent imports. */
  configuration: WorkerConfiguration;
  /** The worker. */
  worker: Worker;
};

/** An account as one who submits jobs. */
export type Creator = {
  __typename?: 'Creator';
  /** The account's id. */
  id: Scalars['ID']['output'];
};

/** An agent that enrols. */
export type EnrolWorkerInput = {
  /** Ed25519 signature, in base64, of `enrol:<workerId>:<token>` by that key. */
  proof: Scalars['String']['input'];
  /** The Ed25519 public key the agent just made: SPKI in base64. */
  publicKey: Scalars['String']['input'];
  /** From the configuration. */
  token: Scalars['String']['input'];
  /** From the configuration. */
  workerId: Scalars['ID']['input'];
};

/** An agent's own credential. Shown this once. */
export type EnrolledWorker = {
  __typename?: 'EnrolledWorker';
  /** Send it as `authorization: Bearer …` with a run id in `connection_init`. */
  credential: Scalars['String']['output'];
  /** The worker it acts for. */
  worker: Worker;
};

/** The viewer's workers, counted. */
export type Fleet = {
  __typename?: 'Fleet';
  /** By shown status; statuses nobody has are left out. */
  counts: Array<StatusCount>;
  /** All of them. */
  total: Scalars['Int']['output'];
};

/** One GPU of a machine. */
export type Gpu = {
  __typename?: 'Gpu';
  /** What programs compute on it with, in the highest version that its driver knows: CUDA 13.1, ROCm 6.1.2; null when unknown. */
  compute?: Maybe<Scalars['String']['output']>;
  /** Driver version; null when unknown. */
  driver?: Maybe<Scalars['String']['output']>;
  /** Position on its machine, from 0. */
  index: Scalars['Int']['output'];
  /** Memory, in MiB; null when unknown. */
  memoryMiB?: Maybe<Scalars['Int']['output']>;
  /** Model. */
  name: Scalars['String']['output'];
  /** Whether tasks may run on it: not where its owner has switched it off, nor where it has vanished. */
  takesTasks: Scalars['Boolean']['output'];
  /** The maker's unique id. */
  uuid: Scalars['ID']['output'];
};

/** One GPU of a machine. */
export type GpuInput = {
  /** What programs compute on it with, in the highest version that its driver knows: CUDA 13.1, ROCm 6.1.2; null when unknown. */
  compute?: InputMaybe<Scalars['String']['input']>;
  /** Driver version; null when unknown. */
  driver?: InputMaybe<Scalars['String']['input']>;
  /** Position on its machine, from 0. */
  index: Scalars['Int']['input'];
  /** Memory, in MiB; null when unknown. */
  memoryMiB?: InputMaybe<Scalars['Int']['input']>;
  /** Model. */
  name: Scalars['String']['input'];
  /** Whether tasks may run on it; left out, they may. */
  takesTasks?: Scalars['Boolean']['input'];
  /** The maker's unique id. */
  uuid: Scalars['ID']['input'];
};

/** The machine of a worker, as its agent found it. */
export type Hardware = {
  __typename?: 'Hardware';
  /** Version of the agent. */
  agentVersion: Scalars['String']['output'];
  /** The processor's name. */
  cpu: Scalars['String']['output'];
  /** Logical processors. */
  cpuCores: Scalars['Int']['output'];
  /** GPUs by index; empty when there is none. */
  gpus: Array<Gpu>;
  /** Version of the operating system's kernel; null when unknown. */
  kernel?: Maybe<Scalars['String']['output']>;
  /** Memory, in MiB. */
  memoryMiB: Scalars['Int']['output'];
  /** Operating system and version. */
  os: Scalars['String']['output'];
  /** When it was reported. */
  reportedAt: Scalars['DateTime']['output'];
  /** The machine's IANA time zone, such as `Europe/Tallinn`: no more than a hint of where it stands; null when it does not tell. */
  timeZone?: Maybe<Scalars['String']['output']>;
};

/** The machine an agent runs on. */
export type HardwareInput = {
  /** Version of the agent. */
  agentVersion: Scalars['String']['input'];
  /** The processor's name. */
  cpu: Scalars['String']['input'];
  /** Logical processors. */
  cpuCores: Scalars['Int']['input'];
  /** GPUs by index; empty when there is none. At most 64. */
  gpus: Array<GpuInput>;
  /** Version of the operating system's kernel; null when unknown. */
  kernel?: InputMaybe<Scalars['String']['input']>;
  /** Memory, in MiB. */
  memoryMiB: Scalars['Int']['input'];
  /** Operating system and version. */
  os: Scalars['String']['input'];
  /** The machine's IANA time zone; null when it does not tell. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a worker has open incidents. */
export type Health =
  /** Some that cost. */
  | 'ERROR'
  /** None. */
  | 'OK'
  /** Some that may cost. */
  | 'WARNING';

/** What keeps a worker from taking tasks, on its own machine. Only there can it be lifted. */
export type Hold = {
  __typename?: 'Hold';
  /** What it is: the strictest of several. */
  reason: HoldReason;
  /** When nothing keeps it any more, by itself; null when nobody knows. */
  until?: Maybe<Scalars['DateTime']['output']>;
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

/** Where a worker stands, as its provider says; nobody has checked it. */
export type Location = {
  __typename?: 'Location';
  /** The country's ISO 3166 code: two capital letters. */
  country: Scalars['String']['output'];
  /** City and region. */
  place: Scalars['String']['output'];
  /** When it was stated. */
  statedAt: Scalars['DateTime']['output'];
};

/** Where a worker stands. */
export type LocationInput = {
  /** The country's ISO 3166 code: two letters. */
  country: Scalars['String']['input'];
  /** City and region: 1 to 100 characters. */
  place: Scalars['String']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Makes a worker and the configuration that its agent imports. The same key again returns the same worker with a new configuration while it is not enrolled. Errors: WORKER_LIMIT, INVALID_INPUT; for a key used before ALREADY_ENROLLED, or CONFLICT when its worker was deleted. */
  createWorker: CreatedWorker;
  /** Deletes a worker: its credential ends within 5 s and its tasks go to others; what it earned stays. True even when it was deleted before. Errors: NOT_FOUND. */
  deleteWorker: Scalars['Boolean']['output'];
  /** Says that the calling agent stops: another run of it may connect at once, and need not wait until this one was silent for 30 s. Changes nothing where another run is connected already. Errors: FORBIDDEN for anyone but an agent. */
  endRun: Worker;
  /** Trades an enrolment token for the agent's own credential. Called by the agent, without a credential. Again with the same token and key it returns the same credential, until that was used to report hardware, so that a lost answer strands nobody. Errors: ENROLMENT_TOKEN_INVALID, ENROLMENT_TOKEN_EXPIRED, ENROLMENT_TOKEN_USED, INVALID_INPUT. */
  enrolWorker: EnrolledWorker;
  /** Addresses with which the calling agent measures its connection, good once and for a minute. Errors: FORBIDDEN for anyone but an agent; RATE_LIMITED after 4 within an hour. */
  measureConnection: ConnectionMeasurement;
  /** Gives a worker another name. Errors: NOT_FOUND, INVALID_INPUT. */
  renameWorker: Worker;
  /** Makes a new configuration, with a new enrolment token, for a worker that is not enrolled yet; the earlier token is void. Errors: NOT_FOUND, ALREADY_ENROLLED. */
  renewConfiguration: WorkerConfiguration;
  /** Records how fast the calling agent's slots are; an older one than is known changes nothing. Errors: FORBIDDEN for anyone but an agent; INVALID_INPUT, also for speeds that no machine has. */
  reportBenchmark: Worker;
  /** Records what the calling agent found when it checked its machine; replaces what it found before. Errors: FORBIDDEN for anyone but an agent; INVALID_INPUT. */
  reportCompliance: Worker;
  /** Records how fast the calling agent's connection to the platform is; an older one than is known changes nothing. Errors: FORBIDDEN for anyone but an agent; INVALID_INPUT. */
  reportConnection: Worker;
  /** Records what hardware the calling agent found. Errors: FORBIDDEN for anyone but an agent. */
  reportHardware: Worker;
  /** Says where the viewer's workers are to be paid on a blockchain. Nothing is paid out there yet. Errors: FORBIDDEN, INVALID_INPUT. */
  setWalletAddress: Account;
  /** Says what a worker asks for 3,600 work units from its next lease on: its provider may, and its own agent. Errors: NOT_FOUND, INVALID_INPUT. */
  setWorkerBid: Worker;
  /** Says what the worker should do from now on. Errors: NOT_FOUND. */
  setWorkerIntent: Worker;
  /** States where a worker stands; null takes that back. Errors: NOT_FOUND, INVALID_INPUT. */
  setWorkerLocation: Worker;
  /** Opens a session. Errors: WRONG_CREDENTIALS, RATE_LIMITED. */
  signIn: SignedIn;
  /** Ends the calling session and every stream it opened. True even when it had ended already. */
  signOut: Scalars['Boolean']['output'];
  /** Opens an account that may provide and create. Errors: EMAIL_TAKEN, INVALID_INPUT, RATE_LIMITED. */
  signUp: SignedIn;
};


export type MutationCreateWorkerArgs = {
  input: CreateWorkerInput;
};


export type MutationDeleteWorkerArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEndRunArgs = {
  run: Scalars['ID']['input'];
};


export type MutationEnrolWorkerArgs = {
  input: EnrolWorkerInput;
};


export type MutationRenameWorkerArgs = {
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
};


export type MutationRenewConfigurationArgs = {
  workerId: Scalars['ID']['input'];
};


export type MutationReportBenchmarkArgs = {
  input: BenchmarkInput;
};


export type MutationReportComplianceArgs = {
  checks: Array<ComplianceCheckInput>;
};


export type MutationReportConnectionArgs = {
  input: ConnectionInput;
};


export type MutationReportHardwareArgs = {
  input: HardwareInput;
};


export type MutationSetWalletAddressArgs = {
  address?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSetWorkerBidArgs = {
  bid?: InputMaybe<Scalars['MicroUsd']['input']>;
  id: Scalars['ID']['input'];
};


export type MutationSetWorkerIntentArgs = {
  id: Scalars['ID']['input'];
  intent: Intent;
};


export type MutationSetWorkerLocationArgs = {
  id: Scalars['ID']['input'];
  location?: InputMaybe<LocationInput>;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last cursor of the page; null when it is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** An account as the owner of workers. */
export type Provider = {
  __typename?: 'Provider';
  /** The account's id. */
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** How the viewer's workers stand, counted. */
  fleet?: Maybe<Fleet>;
  /** Who is signed in; null for a stranger. */
  viewer?: Maybe<Account>;
  /** A worker of the viewer, or the calling agent's own. Null when there is none of that id among them. */
  worker?: Maybe<Worker>;
  /** The viewer's workers, from an index. Errors: INVALID_INPUT for a bad cursor or page size. */
  workers: WorkerConnection;
};


export type QueryWorkerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  order?: SortOrder;
  search?: InputMaybe<Scalars['String']['input']>;
  sort?: WorkerSort;
  status?: InputMaybe<Array<ShownStatus>>;
};

/** What an account may do. */
export type Role =
  /** Submit jobs and pay. */
  | 'CREATOR'
  /** Run the platform. */
  | 'OPERATOR'
  /** Own workers and earn. */
  | 'PROVIDER';

/** The one word a list shows, by this order of precedence. */
export type ShownStatus =
  /** Finishing what it has, as it was told here or on its machine. */
  | 'DRAINING'
  /** Has an open incident that costs. */
  | 'ERROR'
  /** Ready, without a task. */
  | 'IDLE'
  /** Mines for its owner's pool. */
  | 'MINING'
  /** Created, never heard from. */
  | 'NEW'
  /** Silent for 90 s. */
  | 'OFFLINE'
  /** Told to take nothing, here or on its machine. */
  | 'PAUSED'
  /** Runs a 3D render task. */
  | 'RENDERING'
  /** Silent for 30 s. */
  | 'STALE'
  /** Runs an AI upscale task. */
  | 'UPSCALING';

/** A sign-in. */
export type SignInInput = {
  /** The account's address. */
  email: Scalars['String']['input'];
  /** Its password. */
  password: Scalars['String']['input'];
};

/** A new account. */
export type SignUpInput = {
  /** The address to sign in with. */
  email: Scalars['String']['input'];
  /** 10 to 200 characters. */
  password: Scalars['String']['input'];
};

/** A session just opened. Its token is shown this once. */
export type SignedIn = {
  __typename?: 'SignedIn';
  /** Who signed in. */
  account: Account;
  /** When it ends unless signed out before. */
  expiresAt: Scalars['DateTime']['output'];
  /** Send it as `Authorization: Bearer …`, or as the cookie `pictor_session`. */
  sessionToken: Scalars['String']['output'];
};

/** What runs one task at a time. */
export type Slot = {
  __typename?: 'Slot';
  /** The GPU behind it; null on a worker without one, which runs on its processor. */
  gpu?: Maybe<Gpu>;
  /** Position on its worker, from 0. */
  index: Scalars['Int']['output'];
};

/** How fast one slot is. */
export type SlotBenchmark = {
  __typename?: 'SlotBenchmark';
  /** Driver of its GPU; null without one, or where it does not tell. */
  driver?: Maybe<Scalars['String']['output']>;
  /** One for each kind of task that it can do. */
  results: Array<BenchmarkResult>;
  /** The geometric mean of the scores of the kinds of task that it can do. */
  score: Scalars['Float']['output'];
  /** Position on its worker, from 0. */
  slot: Scalars['Int']['output'];
};

/** How fast an agent found one slot to be. */
export type SlotBenchmarkInput = {
  /** Driver of its GPU; null without one, or where it does not tell. */
  driver?: InputMaybe<Scalars['String']['input']>;
  /** One for each kind of task that it can do. */
  results: Array<BenchmarkResultInput>;
  /** Position on its worker, from 0. */
  slot: Scalars['Int']['input'];
};

/** Which way a list runs. */
export type SortOrder =
  /** Smallest, earliest, first in the alphabet. */
  | 'ASC'
  /** The other way. */
  | 'DESC';

/** How many workers show a status. */
export type StatusCount = {
  __typename?: 'StatusCount';
  /** How many show it. */
  count: Scalars['Int']['output'];
  /** The status. */
  status: ShownStatus;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Each change of one of the viewer's workers, or of the calling agent's own. */
  workerChanged: WorkerChange;
};


export type SubscriptionWorkerChangedArgs = {
  workerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What a worker is doing. */
export type Work =
  /** Nothing. */
  | 'IDLE'
  /** Mining for its owner's pool. */
  | 'MINING'
  /** 3D rendering. */
  | 'RENDERING'
  /** AI upscaling. */
  | 'UPSCALING';

/** A node that runs tasks. */
export type Worker = {
  __typename?: 'Worker';
  /** Speed of all slots together, 1000 being the reference GPU; null until measured. */
  benchScore?: Maybe<Scalars['Float']['output']>;
  /** What its bench score was made of; null until measured. */
  benchmark?: Maybe<Benchmark>;
  /** What the worker asks for 3,600 work units: its custom bid, or else the platform's default. */
  bid: Scalars['MicroUsd']['output'];
  /** What its agent checked on its machine, broken first; null until it has. */
  compliance?: Maybe<Compliance>;
  /** How fast it reaches the platform; null until measured. */
  connection?: Maybe<ConnectionSpeed>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** The bid set for this worker; null when it asks the platform's default. */
  customBid?: Maybe<Scalars['MicroUsd']['output']>;
  /** When its agent enrolled; null before. */
  enrolledAt?: Maybe<Scalars['DateTime']['output']>;
  /** What its agent found; null before it first came online. */
  hardware?: Maybe<Hardware>;
  /** Names the worker for ever. */
  id: Scalars['ID']['output'];
  /** Where its provider says it stands; null until stated. */
  location?: Maybe<Location>;
  /** What its provider calls it. */
  name: Scalars['String']['output'];
  /** The owner. */
  provider: Provider;
  /** What can run one task at a time each: one per enabled GPU, one if there is no GPU. Empty before it first came online. */
  slots: Array<Slot>;
  /** How it stands, on four axes, and folded into one word. */
  status: WorkerStatus;
  /** When its name, intent or hardware last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The Ethereum address its provider is to be paid at, with its EIP-55 checksum; null when none is set. */
  walletAddress?: Maybe<Scalars['String']['output']>;
};

/** A change of a worker. */
export type WorkerChange = {
  __typename?: 'WorkerChange';
  /** Whether it was deleted. */
  deleted: Scalars['Boolean']['output'];
  /** The worker as it is now; null when it was deleted. */
  worker?: Maybe<Worker>;
  /** Which worker. */
  workerId: Scalars['ID']['output'];
};

/** What an agent imports to become a worker. Its token works once. */
export type WorkerConfiguration = {
  __typename?: 'WorkerConfiguration';
  /** The file's content: JSON. */
  content: Scalars['String']['output'];
  /** When its enrolment token ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** The name to save it under. */
  fileName: Scalars['String']['output'];
  /** The worker it is for. */
  worker: Worker;
};

/** A page of workers. */
export type WorkerConnection = {
  __typename?: 'WorkerConnection';
  /** The workers with their cursors. */
  edges: Array<WorkerEdge>;
  /** The workers. */
  nodes: Array<Worker>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many match in all. */
  totalCount: Scalars['Int']['output'];
};

/** A worker in a page. */
export type WorkerEdge = {
  __typename?: 'WorkerEdge';
  /** Pass it as `after` to continue behind this worker. */
  cursor: Scalars['String']['output'];
  /** The worker. */
  node: Worker;
};

/** What a list of workers can be ordered by. */
export type WorkerSort =
  /** By the moment of creation. */
  | 'CREATED'
  /** By name, letter case aside. */
  | 'NAME'
  /** Broken first, as ShownStatus lists them; equals by name. */
  | 'STATUS'
  /** By the moment of the last change. */
  | 'UPDATED';

/** How a worker stands. */
export type WorkerStatus = {
  __typename?: 'WorkerStatus';
  /** Whether it is heard from. */
  connectivity: Connectivity;
  /** Whether something is wrong with it. */
  health: Health;
  /** What keeps it from taking tasks on its own machine, whatever its provider wants of it here; null for nothing, and while it is not heard from. */
  hold?: Maybe<Hold>;
  /** The hottest GPU in steps of 5 °C; null when none is read. */
  hottestGpuCelsius?: Maybe<Scalars['Int']['output']>;
  /** What its provider wants of it, on the platform. */
  intent: Intent;
  /** Why, in a few words, where the word alone does not say it. */
  reason?: Maybe<Scalars['String']['output']>;
  /** All of that folded into the word that a list shows. */
  shown: ShownStatus;
  /** Since when it shows this word. */
  since: Scalars['DateTime']['output'];
  /** What it is doing. */
  work: Work;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Account: Account;
  Creator: Creator;
  Provider: Provider;
  Worker: Worker;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"id":true}> );
  Creator:
    ( { __typename: 'Creator' }
    & GraphQLRecursivePick<FederationTypes['Creator'], {"id":true}> );
  Provider:
    ( { __typename: 'Provider' }
    & GraphQLRecursivePick<FederationTypes['Provider'], {"id":true}> );
  Worker:
    ( { __typename: 'Worker' }
    & GraphQLRecursivePick<FederationTypes['Worker'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountRecord>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Benchmark: ResolverTypeWrapper<Benchmark>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  BenchmarkInput: BenchmarkInput;
  BenchmarkResult: ResolverTypeWrapper<BenchmarkResult>;
  BenchmarkResultInput: BenchmarkResultInput;
  BenchmarkUnit: BenchmarkUnit;
  Compliance: ResolverTypeWrapper<Compliance>;
  ComplianceCheck: ResolverTypeWrapper<ComplianceCheck>;
  ComplianceCheckInput: ComplianceCheckInput;
  ComplianceCode: ComplianceCode;
  ComputeDevice: ComputeDevice;
  ConnectionInput: ConnectionInput;
  ConnectionMeasurement: ResolverTypeWrapper<ConnectionMeasurement>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ConnectionSpeed: ResolverTypeWrapper<ConnectionSpeed>;
  Connectivity: Connectivity;
  CreateWorkerInput: CreateWorkerInput;
  CreatedWorker: ResolverTypeWrapper<Omit<CreatedWorker, 'configuration' | 'worker'> & { configuration: ResolversTypes['WorkerConfiguration'], worker: ResolversTypes['Worker'] }>;
  Creator: ResolverTypeWrapper<Creator>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EnrolWorkerInput: EnrolWorkerInput;
  EnrolledWorker: ResolverTypeWrapper<Omit<EnrolledWorker, 'worker'> & { worker: ResolversTypes['Worker'] }>;
  Fleet: ResolverTypeWrapper<Fleet>;
  Gpu: ResolverTypeWrapper<StoredGpu>;
  GpuInput: GpuInput;
  Hardware: ResolverTypeWrapper<Omit<Hardware, 'gpus'> & { gpus: Array<ResolversTypes['Gpu']> }>;
  HardwareInput: HardwareInput;
  Health: Health;
  Hold: ResolverTypeWrapper<Hold>;
  HoldReason: HoldReason;
  Intent: Intent;
  JobKind: JobKind;
  Location: ResolverTypeWrapper<Location>;
  LocationInput: LocationInput;
  MicroUsd: ResolverTypeWrapper<Scalars['MicroUsd']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Provider: ResolverTypeWrapper<Provider>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Role: Role;
  ShownStatus: ShownStatus;
  SignInInput: SignInInput;
  SignUpInput: SignUpInput;
  SignedIn: ResolverTypeWrapper<Omit<SignedIn, 'account'> & { account: ResolversTypes['Account'] }>;
  Slot: ResolverTypeWrapper<Omit<Slot, 'gpu'> & { gpu?: Maybe<ResolversTypes['Gpu']> }>;
  SlotBenchmark: ResolverTypeWrapper<SlotBenchmark>;
  SlotBenchmarkInput: SlotBenchmarkInput;
  SortOrder: SortOrder;
  StatusCount: ResolverTypeWrapper<StatusCount>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Work: Work;
  Worker: ResolverTypeWrapper<WorkerRecord>;
  WorkerChange: ResolverTypeWrapper<WorkerChanged>;
  WorkerConfiguration: ResolverTypeWrapper<Omit<WorkerConfiguration, 'worker'> & { worker: ResolversTypes['Worker'] }>;
  WorkerConnection: ResolverTypeWrapper<WorkerPage>;
  WorkerEdge: ResolverTypeWrapper<Omit<WorkerEdge, 'node'> & { node: ResolversTypes['Worker'] }>;
  WorkerSort: WorkerSort;
  WorkerStatus: ResolverTypeWrapper<WorkerStatus>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountRecord;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Benchmark: Benchmark;
  Boolean: Scalars['Boolean']['output'];
  Float: Scalars['Float']['output'];
  BenchmarkInput: BenchmarkInput;
  BenchmarkResult: BenchmarkResult;
  BenchmarkResultInput: BenchmarkResultInput;
  Compliance: Compliance;
  ComplianceCheck: ComplianceCheck;
  ComplianceCheckInput: ComplianceCheckInput;
  ConnectionInput: ConnectionInput;
  ConnectionMeasurement: ConnectionMeasurement;
  Int: Scalars['Int']['output'];
  ConnectionSpeed: ConnectionSpeed;
  CreateWorkerInput: CreateWorkerInput;
  CreatedWorker: Omit<CreatedWorker, 'configuration' | 'worker'> & { configuration: ResolversParentTypes['WorkerConfiguration'], worker: ResolversParentTypes['Worker'] };
  Creator: Creator | FederationReferenceTypes['Creator'];
  DateTime: Scalars['DateTime']['output'];
  EnrolWorkerInput: EnrolWorkerInput;
  EnrolledWorker: Omit<EnrolledWorker, 'worker'> & { worker: ResolversParentTypes['Worker'] };
  Fleet: Fleet;
  Gpu: StoredGpu;
  GpuInput: GpuInput;
  Hardware: Omit<Hardware, 'gpus'> & { gpus: Array<ResolversParentTypes['Gpu']> };
  HardwareInput: HardwareInput;
  Hold: Hold;
  Location: Location;
  LocationInput: LocationInput;
  MicroUsd: Scalars['MicroUsd']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Provider: Provider | FederationReferenceTypes['Provider'];
  Query: Record<PropertyKey, never>;
  SignInInput: SignInInput;
  SignUpInput: SignUpInput;
  SignedIn: Omit<SignedIn, 'account'> & { account: ResolversParentTypes['Account'] };
  Slot: Omit<Slot, 'gpu'> & { gpu?: Maybe<ResolversParentTypes['Gpu']> };
  SlotBenchmark: SlotBenchmark;
  SlotBenchmarkInput: SlotBenchmarkInput;
  StatusCount: StatusCount;
  Subscription: Record<PropertyKey, never>;
  Worker: WorkerRecord;
  WorkerChange: WorkerChanged;
  WorkerConfiguration: Omit<WorkerConfiguration, 'worker'> & { worker: ResolversParentTypes['Worker'] };
  WorkerConnection: WorkerPage;
  WorkerEdge: Omit<WorkerEdge, 'node'> & { node: ResolversParentTypes['Worker'] };
  WorkerStatus: WorkerStatus;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creator?: Resolver<ResolversTypes['Creator'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
  walletAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BenchmarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Benchmark'] = ResolversParentTypes['Benchmark']> = {
  agentVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  assumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['SlotBenchmark']>, ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BenchmarkResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BenchmarkResult'] = ResolversParentTypes['BenchmarkResult']> = {
  device?: Resolver<ResolversTypes['ComputeDevice'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['BenchmarkUnit'], ParentType, ContextType>;
};

export type ComplianceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Compliance'] = ResolversParentTypes['Compliance']> = {
  checks?: Resolver<Array<ResolversTypes['ComplianceCheck']>, ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ComplianceCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComplianceCheck'] = ResolversParentTypes['ComplianceCheck']> = {
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ComplianceCode'], ParentType, ContextType>;
  finding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ConnectionMeasurementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectionMeasurement'] = ResolversParentTypes['ConnectionMeasurement']> = {
  downloadBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  downloadUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uploadBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uploadUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConnectionSpeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConnectionSpeed'] = ResolversParentTypes['ConnectionSpeed']> = {
  downloadMbps?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  latencyMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  measuredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uploadMbps?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CreatedWorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatedWorker'] = ResolversParentTypes['CreatedWorker']> = {
  configuration?: Resolver<ResolversTypes['WorkerConfiguration'], ParentType, ContextType>;
  worker?: Resolver<ResolversTypes['Worker'], ParentType, ContextType>;
};

export type CreatorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Creator'] = ResolversParentTypes['Creator'], FederationReferenceType extends FederationReferenceTypes['Creator'] = FederationReferenceTypes['Creator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Creator']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EnrolledWorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolledWorker'] = ResolversParentTypes['EnrolledWorker']> = {
  credential?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  worker?: Resolver<ResolversTypes['Worker'], ParentType, ContextType>;
};

export type FleetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fleet'] = ResolversParentTypes['Fleet']> = {
  counts?: Resolver<Array<ResolversTypes['StatusCount']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GpuResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gpu'] = ResolversParentTypes['Gpu']> = {
  compute?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  driver?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  memoryMiB?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  takesTasks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type HardwareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hardware'] = ResolversParentTypes['Hardware']> = {
  agentVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cpu?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cpuCores?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gpus?: Resolver<Array<ResolversTypes['Gpu']>, ParentType, ContextType>;
  kernel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memoryMiB?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  os?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hold'] = ResolversParentTypes['Hold']> = {
  reason?: Resolver<ResolversTypes['HoldReason'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface MicroUsdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MicroUsd'], any> {
  name: 'MicroUsd';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createWorker?: Resolver<ResolversTypes['CreatedWorker'], ParentType, ContextType, RequireFields<MutationCreateWorkerArgs, 'input'>>;
  deleteWorker?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteWorkerArgs, 'id'>>;
  endRun?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationEndRunArgs, 'run'>>;
  enrolWorker?: Resolver<ResolversTypes['EnrolledWorker'], ParentType, ContextType, RequireFields<MutationEnrolWorkerArgs, 'input'>>;
  measureConnection?: Resolver<ResolversTypes['ConnectionMeasurement'], ParentType, ContextType>;
  renameWorker?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationRenameWorkerArgs, 'id' | 'name'>>;
  renewConfiguration?: Resolver<ResolversTypes['WorkerConfiguration'], ParentType, ContextType, RequireFields<MutationRenewConfigurationArgs, 'workerId'>>;
  reportBenchmark?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationReportBenchmarkArgs, 'input'>>;
  reportCompliance?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationReportComplianceArgs, 'checks'>>;
  reportConnection?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationReportConnectionArgs, 'input'>>;
  reportHardware?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationReportHardwareArgs, 'input'>>;
  setWalletAddress?: Resolver<ResolversTypes['Account'], ParentType, ContextType, Partial<MutationSetWalletAddressArgs>>;
  setWorkerBid?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationSetWorkerBidArgs, 'id'>>;
  setWorkerIntent?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationSetWorkerIntentArgs, 'id' | 'intent'>>;
  setWorkerLocation?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationSetWorkerLocationArgs, 'id'>>;
  signIn?: Resolver<ResolversTypes['SignedIn'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signUp?: Resolver<ResolversTypes['SignedIn'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Provider'] = ResolversParentTypes['Provider'], FederationReferenceType extends FederationReferenceTypes['Provider'] = FederationReferenceTypes['Provider']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Provider']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  fleet?: Resolver<Maybe<ResolversTypes['Fleet']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType, RequireFields<QueryWorkerArgs, 'id'>>;
  workers?: Resolver<ResolversTypes['WorkerConnection'], ParentType, ContextType, RequireFields<QueryWorkersArgs, 'first' | 'order' | 'sort'>>;
};

export type SignedInResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignedIn'] = ResolversParentTypes['SignedIn']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sessionToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SlotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Slot'] = ResolversParentTypes['Slot']> = {
  gpu?: Resolver<Maybe<ResolversTypes['Gpu']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SlotBenchmarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SlotBenchmark'] = ResolversParentTypes['SlotBenchmark']> = {
  driver?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['BenchmarkResult']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatusCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusCount'] = ResolversParentTypes['StatusCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShownStatus'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  workerChanged?: SubscriptionResolver<ResolversTypes['WorkerChange'], "workerChanged", ParentType, ContextType, Partial<SubscriptionWorkerChangedArgs>>;
};

export type WorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Worker'] = ResolversParentTypes['Worker'], FederationReferenceType extends FederationReferenceTypes['Worker'] = FederationReferenceTypes['Worker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Worker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  benchScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  benchmark?: Resolver<Maybe<ResolversTypes['Benchmark']>, ParentType, ContextType>;
  bid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  compliance?: Resolver<Maybe<ResolversTypes['Compliance']>, ParentType, ContextType>;
  connection?: Resolver<Maybe<ResolversTypes['ConnectionSpeed']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customBid?: Resolver<Maybe<ResolversTypes['MicroUsd']>, ParentType, ContextType>;
  enrolledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hardware?: Resolver<Maybe<ResolversTypes['Hardware']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['Provider'], ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['Slot']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkerStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  walletAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkerChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerChange'] = ResolversParentTypes['WorkerChange']> = {
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
  workerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkerConfigurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerConfiguration'] = ResolversParentTypes['WorkerConfiguration']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  worker?: Resolver<ResolversTypes['Worker'], ParentType, ContextType>;
};

export type WorkerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerConnection'] = ResolversParentTypes['WorkerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Worker']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerEdge'] = ResolversParentTypes['WorkerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Worker'], ParentType, ContextType>;
};

export type WorkerStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkerStatus'] = ResolversParentTypes['WorkerStatus']> = {
  connectivity?: Resolver<ResolversTypes['Connectivity'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  hold?: Resolver<Maybe<ResolversTypes['Hold']>, ParentType, ContextType>;
  hottestGpuCelsius?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  intent?: Resolver<ResolversTypes['Intent'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shown?: Resolver<ResolversTypes['ShownStatus'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Account?: AccountResolvers<ContextType>;
  Benchmark?: BenchmarkResolvers<ContextType>;
  BenchmarkResult?: BenchmarkResultResolvers<ContextType>;
  Compliance?: ComplianceResolvers<ContextType>;
  ComplianceCheck?: ComplianceCheckResolvers<ContextType>;
  ConnectionMeasurement?: ConnectionMeasurementResolvers<ContextType>;
  ConnectionSpeed?: ConnectionSpeedResolvers<ContextType>;
  CreatedWorker?: CreatedWorkerResolvers<ContextType>;
  Creator?: CreatorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EnrolledWorker?: EnrolledWorkerResolvers<ContextType>;
  Fleet?: FleetResolvers<ContextType>;
  Gpu?: GpuResolvers<ContextType>;
  Hardware?: HardwareResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  MicroUsd?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Provider?: ProviderResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SignedIn?: SignedInResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  SlotBenchmark?: SlotBenchmarkResolvers<ContextType>;
  StatusCount?: StatusCountResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Worker?: WorkerResolvers<ContextType>;
  WorkerChange?: WorkerChangeResolvers<ContextType>;
  WorkerConfiguration?: WorkerConfigurationResolvers<ContextType>;
  WorkerConnection?: WorkerConnectionResolvers<ContextType>;
  WorkerEdge?: WorkerEdgeResolvers<ContextType>;
  WorkerStatus?: WorkerStatusResolvers<ContextType>;
};

