// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AttemptRecord } from '../domain/findAttempts.ts';
import type { RenderView } from '../domain/renderView.ts';
import type { JobRecord } from '../domain/findJobs.ts';
import type { TaskRecord } from '../domain/findTasks.ts';
import type { WorkerView } from '../domain/findWorkers.ts';
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

/** One worker's try at a task. */
export type Attempt = {
  __typename?: 'Attempt';
  /** How close the re-run came, in dB PSNR, where it came least close; null without a re-run. Equal results count as 99. */
  agreementDb?: Maybe<Scalars['Float']['output']>;
  /** The worker's bid behind the reward: for 3,600 work units, fixed when it was leased. */
  bid: Scalars['MicroUsd']['output'];
  /** Whether it re-runs another worker's result. */
  check: Scalars['Boolean']['output'];
  /** Whether its result was re-run by a checker; null until decided. */
  checked?: Maybe<Scalars['Boolean']['output']>;
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names the attempt for ever. */
  id: Scalars['ID']['output'];
  /** Work units, in milli-units, fixed when it was leased. */
  milliUnits: Scalars['Int']['output'];
  /** Share done, 0 to 1. */
  progress: Scalars['Float']['output'];
  /** Why it failed or was refused, in a sentence; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Why it failed or was refused, as a stable code; null otherwise. */
  reasonCode?: Maybe<Scalars['String']['output']>;
  /** What it pays once verified, fixed when it was leased. Zero for a check. */
  reward: Scalars['MicroUsd']['output'];
  /** Seconds under lease so far. */
  seconds: Scalars['Float']['output'];
  /** The worker's slot. */
  slot: Scalars['Int']['output'];
  /** When the lease began. */
  startedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  state: AttemptState;
  /** The task. */
  task: Task;
  /** The worker; null for anyone but its provider. */
  worker?: Maybe<Worker>;
  /** What creators see in the worker's place. */
  workerAlias: Scalars['String']['output'];
};

/** A change of an attempt. */
export type AttemptChange = {
  __typename?: 'AttemptChange';
  /** The attempt as it is now. */
  attempt: Attempt;
};

/** A page of attempts. */
export type AttemptConnection = {
  __typename?: 'AttemptConnection';
  /** The attempts with their cursors. */
  edges: Array<AttemptEdge>;
  /** The attempts. */
  nodes: Array<Attempt>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** An attempt in a page. */
export type AttemptEdge = {
  __typename?: 'AttemptEdge';
  /** Pass it as `after` to continue behind this attempt. */
  cursor: Scalars['String']['output'];
  /** The attempt. */
  node: Attempt;
};

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

/** Rows of a picture, in pixels of the original. */
export type Band = {
  __typename?: 'Band';
  /** How many rows. */
  height: Scalars['Int']['output'];
  /** The first row, from 0. */
  top: Scalars['Int']['output'];
};

/** The platform's own worker that re-runs results. */
export type Checker = {
  __typename?: 'Checker';
  /** What it can re-run: tasks of another kind wait until it can. */
  kinds: Array<JobKind>;
  /** Whether it is at hand. */
  online: Scalars['Boolean']['output'];
  /** How many tasks wait for it. */
  waitingTasks: Scalars['Int']['output'];
};

/** A finished attempt. */
export type CompleteTaskInput = {
  /** The uploaded result of an upscaling. */
  assetId?: InputMaybe<Scalars['ID']['input']>;
  /** The attempt. */
  attemptId: Scalars['ID']['input'];
  /** The uploaded frames of a render, ascending. */
  frames?: InputMaybe<Array<FrameInput>>;
  /** SHA-256 in hexadecimal: of the result, or of the text with a line `<frame> <sha256>` and a line feed for each frame, ascending. */
  sha256: Scalars['String']['input'];
  /** Ed25519 signature, in base64, of `result:<attemptId>:<sha256>` by the key made at enrolment. */
  signature: Scalars['String']['input'];
  /** The lease's fencing token. */
  token: Scalars['String']['input'];
};

/** A frame to come. */
export type CreateFrameUploadInput = {
  /** The attempt. */
  attemptId: Scalars['ID']['input'];
  /** Which of the task's frames. */
  frame: Scalars['Int']['input'];
  /** Its size, in bytes. */
  sizeBytes: Scalars['Int']['input'];
  /** The lease's fencing token. */
  token: Scalars['String']['input'];
};

/** A result to come. */
export type CreateResultUploadInput = {
  /** The attempt. */
  attemptId: Scalars['ID']['input'];
  /** Its size, in bytes. */
  sizeBytes: Scalars['Int']['input'];
  /** The lease's fencing token. */
  token: Scalars['String']['input'];
};

/** A file to come. */
export type CreateUploadInput = {
  /** image/png, image/jpeg or image/webp for a picture; application/x-blender or application/zip for a scene. */
  contentType: Scalars['String']['input'];
  /** Its size, in bytes. */
  sizeBytes: Scalars['Int']['input'];
};

/** What a slot can do. */
export type EngineInput = {
  /** The kind of task. */
  kind: JobKind;
  /** Version of the software, such as 3.4.1; scenes saved by a later one are not offered. Left out for upscaling. */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** What a job would take. */
export type Estimate = {
  __typename?: 'Estimate';
  /** Whether it rests on assumed speeds. */
  assumed: Scalars['Boolean']['output'];
  /** The platform's fee on top, at most. */
  fee: Scalars['MicroUsd']['output'];
  /** What is reserved: reward and fee. */
  maxCost: Scalars['MicroUsd']['output'];
  /** How it is reckoned, in a sentence. */
  method: Scalars['String']['output'];
  /** Work units, in milli-units; each task counts at least 360. */
  milliUnits: Scalars['Int']['output'];
  /** What workers get, at most. */
  reward: Scalars['MicroUsd']['output'];
  /** How many tasks. */
  taskCount: Scalars['Int']['output'];
};

/** A failed attempt. */
export type FailTaskInput = {
  /** The attempt. */
  attemptId: Scalars['ID']['input'];
  /** What happened, as a stable code of at most 64 characters. */
  code: Scalars['String']['input'];
  /** What happened, in a sentence of at most 500 characters. */
  reason: Scalars['String']['input'];
  /** The lease's fencing token. */
  token: Scalars['String']['input'];
};

/** A file to fetch. */
export type File = {
  __typename?: 'File';
  /** In bytes. */
  sizeBytes: Scalars['Float']['output'];
  /** Where to fetch it. Ends after 15 min: ask again. */
  url: Scalars['String']['output'];
};

/** One frame of a render job. */
export type Frame = {
  __typename?: 'Frame';
  /** When it should be there, from the pace of its task so far; null while unknown. */
  expectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The frame itself; null until it is there. */
  file?: Maybe<File>;
  /** Its number. */
  number: Scalars['Int']['output'];
  /** A smaller one, at most 640 pixels wide; null until the frame is there. Ends after 15 min: ask again. */
  previewUrl?: Maybe<Scalars['String']['output']>;
  /** Share of it done by the current attempt, 0 to 1; 1 when it is there. */
  progress: Scalars['Float']['output'];
  /** How far it is. */
  state: FrameState;
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
  frame: Scalars['Int']['input'];
  /** SHA-256 of the file, in hexadecimal. */
  sha256: Scalars['String']['input'];
};

/** Some frames of a scene. */
export type FrameRange = {
  __typename?: 'FrameRange';
  /** How many that makes. */
  count: Scalars['Int']['output'];
  /** The last frame. */
  end: Scalars['Int']['output'];
  /** The first frame. */
  start: Scalars['Int']['output'];
  /** From one to the next. */
  step: Scalars['Int']['output'];
};

/** How far a frame is. */
export type FrameState =
  /** Its task ended without it. */
  | 'MISSING'
  /** It was rendered and is not proven yet. */
  | 'RENDERED'
  /** A worker is at work on it. */
  | 'RENDERING'
  /** It is proven and paid. */
  | 'VERIFIED'
  /** Its task waits for a worker, or for its turn there. */
  | 'WAITING';

/** What a customer submits. */
export type Job = {
  __typename?: 'Job';
  /** What its creator pays at most for 3,600 work units: workers that ask more are not leased its tasks, and each of the others is paid what it asks. */
  bid: Scalars['MicroUsd']['output'];
  /** When it was submitted. */
  createdAt: Scalars['DateTime']['output'];
  /** When it should be done, from the pace so far; null while unknown. */
  expectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Factor of the upscaling; null for a render. */
  factor?: Maybe<Scalars['Int']['output']>;
  /** When it was done, refused, cancelled or failed; null before. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names the job for ever. */
  id: Scalars['ID']['output'];
  /** The picture as submitted; null for a render. */
  input?: Maybe<Picture>;
  /** What is done. */
  kind: JobKind;
  /** What no worker that takes tasks now has and its waiting tasks need; null where one has all of it, where no task waits, and until the platform has listened for 90 s. Tells of the moment: it may change without a change of the job. */
  lacks?: Maybe<Lack>;
  /** The most it can cost, reserved when it is funded. */
  maxCost: Scalars['MicroUsd']['output'];
  /** Work units of all its tasks, in milli-units. */
  milliUnits: Scalars['Int']['output'];
  /** What its creator calls it. */
  name: Scalars['String']['output'];
  /** A small picture for lists, at most 640 pixels wide: of the result, the input, or the first frame there; null while there is none. Ends after 15 min: ask again. */
  previewUrl?: Maybe<Scalars['String']['output']>;
  /** Share of the work done, 0 to 1. */
  progress: Scalars['Float']['output'];
  /** Why it was refused or failed, in a sentence; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Why it was refused or failed, as a stable code; null otherwise. */
  reasonCode?: Maybe<Scalars['String']['output']>;
  /** What is rendered, and the frames so far; null for an upscaling. */
  render?: Maybe<Render>;
  /** The picture as upscaled; null until done, and for a render. */
  result?: Maybe<Picture>;
  /** How far it is. */
  state: JobState;
  /** How many tasks it has. */
  taskCount: Scalars['Int']['output'];
  /** Its tasks from the top of the picture, or by frames: never more than 512. */
  tasks: Array<Task>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** How many of them are verified. */
  verifiedTaskCount: Scalars['Int']['output'];
};

/** A change of a job. */
export type JobChange = {
  __typename?: 'JobChange';
  /** The job as it is now. */
  job: Job;
};

/** A page of jobs. */
export type JobConnection = {
  __typename?: 'JobConnection';
  /** The jobs with their cursors. */
  edges: Array<JobEdge>;
  /** The jobs. */
  nodes: Array<Job>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A job in a page. */
export type JobEdge = {
  __typename?: 'JobEdge';
  /** Pass it as `after` to continue behind this job. */
  cursor: Scalars['String']['output'];
  /** The job. */
  node: Job;
};

/** What a job does. */
export type JobKind =
  /** Renders frames of a scene by Blender. */
  | 'RENDER'
  /** Upscales a picture by a neural network. */
  | 'UPSCALE';

/** How far a job is. */
export type JobState =
  /** All tasks are verified; the result is put together. */
  | 'ASSEMBLING'
  /** Ended by its creator; verified tasks stay paid, the rest was released. */
  | 'CANCELLED'
  /** The result is ready. */
  | 'DONE'
  /** A task could not be done; verified ones stay paid, the rest was released. */
  | 'FAILED'
  /** Waits for its price to be reserved. */
  | 'FUNDING'
  /** Paid for, waits for workers. */
  | 'QUEUED'
  /** Could not be paid for; nothing was taken. */
  | 'REFUSED'
  /** Has tasks at work. */
  | 'RUNNING';

/** What no worker has that a job needs. Of the workers that take tasks now, those that come closest decide. */
export type Lack =
  /** A Blender as new as the one that saved the scene. */
  | 'BLENDER_VERSION'
  /** Software for this kind of task. */
  | 'ENGINE'
  /** A bid at or below the job's ceiling. */
  | 'LOWER_BID'
  /** Any worker at all. */
  | 'WORKER';

/** A worker's right to a task until a time. Seen by the agent that holds it alone. */
export type Lease = {
  __typename?: 'Lease';
  /** The attempt it is for. */
  attemptId: Scalars['ID']['output'];
  /** Whether it re-runs another worker's result. */
  check: Scalars['Boolean']['output'];
  /** Until when it holds unless renewed. */
  expiresAt: Scalars['DateTime']['output'];
  /** Size of the input, in bytes. */
  inputBytes: Scalars['Float']['output'];
  /** SHA-256 of the input, in hexadecimal, by which a scene can be kept between tasks; null for a picture. */
  inputSha256?: Maybe<Scalars['String']['output']>;
  /** Where to fetch the input, a PNG or a .blend. Ends after 15 min: lease again for a new one. */
  inputUrl: Scalars['String']['output'];
  /** What is done. */
  kind: JobKind;
  /** What to make of the scene; null for an upscaling. */
  render?: Maybe<RenderWork>;
  /** What it pays once verified. */
  reward: Scalars['MicroUsd']['output'];
  /** The worker's slot. */
  slot: Scalars['Int']['output'];
  /** The task. */
  taskId: Scalars['ID']['output'];
  /** The fencing token: goes with every report. */
  token: Scalars['String']['output'];
  /** What to make of the picture; null for a render. */
  upscale?: Maybe<UpscaleInput>;
};

/** What became of a lease. */
export type LeaseState = {
  __typename?: 'LeaseState';
  /** The attempt it is for. */
  attemptId: Scalars['ID']['output'];
  /** Until when it holds; null when it is lost. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is still held. */
  held: Scalars['Boolean']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Ends a job that is not done; verified tasks stay paid and the rest is released. Errors: NOT_FOUND, JOB_FINISHED. */
  cancelJob: Job;
  /** Reports a finished attempt, whose result has been uploaded. Again, it returns what became of it. Errors: LEASE_LOST, UPLOAD_INCOMPLETE, DIGEST_MISMATCH, SIGNATURE_INVALID. */
  completeTask: Attempt;
  /** Asks for a place to put one frame of a render task. The same frame again replaces it until the attempt is reported. Errors: LEASE_LOST, FILE_TOO_LARGE, FRAME_UNKNOWN. */
  createFrameUpload: Upload;
  /** Asks for a place to put a result. Errors: LEASE_LOST, FILE_TOO_LARGE. */
  createResultUpload: Upload;
  /** Asks for a place to put what a job is made from: a picture (PNG, JPEG or WebP) of at most 64 MiB, or a .blend or a zip with one of at most 512 MiB. Errors: FILE_TOO_LARGE, FILE_TYPE_REFUSED, RATE_LIMITED. */
  createUpload: Upload;
  /** Reports an attempt that failed; the server decides whether and where it is tried again. The code AGENT_STOPPED gives the task back without blame. Errors: LEASE_LOST. */
  failTask: Attempt;
  /** Asks for a task for a slot of the calling agent; null when there is none. A slot that holds a lease gets the same lease again. Errors: FORBIDDEN, SLOT_UNKNOWN. */
  leaseTask?: Maybe<Lease>;
  /** Renews leases by reporting progress, at least every 20 s. Leases that are no longer held come back as lost. At most 64 at once. An attempt that is reported on and gives no sign of life for max(10 min, five times its expected step) is ended as TASK_HUNG, and so is one that takes more than a day and a hundred times what the reference GPU takes; time in which no reports come does not count. */
  reportProgress: Array<LeaseState>;
  /** Submits a picture for upscaling or, with `render`, a scene for rendering. Returns when its price is reserved or refused, after 5 s at the latest (then FUNDING). The same key again returns the same job. Errors: ASSET_NOT_FOUND, UPLOAD_INCOMPLETE, NOT_A_PICTURE, PICTURE_TOO_LARGE, NOT_A_SCENE, SCENE_TOO_LARGE, JOB_TOO_LARGE, INVALID_INPUT, TOO_MANY_JOBS. */
  submitJob: Job;
};


export type MutationCancelJobArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCompleteTaskArgs = {
  input: CompleteTaskInput;
};


export type MutationCreateFrameUploadArgs = {
  input: CreateFrameUploadInput;
};


export type MutationCreateResultUploadArgs = {
  input: CreateResultUploadInput;
};


export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


export type MutationFailTaskArgs = {
  input: FailTaskInput;
};


export type MutationLeaseTaskArgs = {
  engines?: Array<EngineInput>;
  slot: Scalars['Int']['input'];
};


export type MutationReportProgressArgs = {
  reports: Array<ProgressInput>;
};


export type MutationSubmitJobArgs = {
  input: SubmitJobInput;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last cursor of the page; null when it is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** A picture of a job. */
export type Picture = {
  __typename?: 'Picture';
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** A smaller one, at most 640 pixels wide, for lists. Ends after 15 min: ask again. */
  previewUrl: Scalars['String']['output'];
  /** In bytes. */
  sizeBytes: Scalars['Float']['output'];
  /** Where to fetch it. Ends after 15 min: ask again. */
  url: Scalars['String']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** What work is worth. */
export type Prices = {
  __typename?: 'Prices';
  /** Whether these are assumed: no reference GPU has been measured yet. */
  assumed: Scalars['Boolean']['output'];
  /** What a worker asks for 3,600 work units unless it says otherwise. */
  defaultBid: Scalars['MicroUsd']['output'];
  /** The fee on top of the reward, paid by the creator, in hundredths of a per cent. */
  feeBasisPoints: Scalars['Int']['output'];
  /** Work units of each frame on top, for loading and writing, in milli-units. */
  renderMilliUnitsPerFrame: Scalars['Int']['output'];
  /** Work units of one sample of one megapixel of rendering, in milli-units. */
  renderMilliUnitsPerMegasample: Scalars['Int']['output'];
  /** Work units of one output megapixel of upscaling, in milli-units. */
  upscaleMilliUnitsPerMegapixel: Scalars['Int']['output'];
};

/** How far an attempt is. */
export type ProgressInput = {
  /** The attempt. */
  attemptId: Scalars['ID']['input'];
  /** Share done, 0 to 1. */
  progress: Scalars['Float']['input'];
  /** How many signs of life there were so far, of which progress need not tell: words of the engine, pieces of files that came or went. Any change counts as one. */
  signs?: Scalars['Int']['input'];
  /** Whether the agent stops and means to go on with it: until the lease expires the attempt waits for its next report, then the task is offered at once, and nobody is blamed. */
  stopping?: Scalars['Boolean']['input'];
  /** The lease's fencing token. */
  token: Scalars['String']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** The platform's checker: without it, reported tasks wait unverified. */
  checker: Checker;
  /** What a render job would take and cost at most, before it is submitted. Errors: INVALID_INPUT, JOB_TOO_LARGE. */
  estimateRender: Estimate;
  /** What an upscale job would take and cost at most, before it is submitted. Errors: INVALID_INPUT, PICTURE_TOO_LARGE. */
  estimateUpscale: Estimate;
  /** A job of the viewer; null when there is none of that id among them. */
  job?: Maybe<Job>;
  /** The viewer's jobs, latest first unless ordered otherwise, from an index. Errors: INVALID_INPUT. */
  jobs: JobConnection;
  /** What work is worth. `assumed` tells that no reference GPU has been measured yet. */
  prices: Prices;
};


export type QueryEstimateRenderArgs = {
  bid?: InputMaybe<Scalars['MicroUsd']['input']>;
  input: RenderInput;
};


export type QueryEstimateUpscaleArgs = {
  bid?: InputMaybe<Scalars['MicroUsd']['input']>;
  height: Scalars['Int']['input'];
  width: Scalars['Int']['input'];
};


export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<Array<JobState>>;
};

/** A render job: what was asked for, and what is there. */
export type Render = {
  __typename?: 'Render';
  /** All frames in one zip; null until done. */
  archive?: Maybe<File>;
  /** How frames are written. */
  format: FrameFormat;
  /** How many frames that makes. */
  frameCount: Scalars['Int']['output'];
  /** The last frame, if the step reaches it. */
  frameEnd: Scalars['Int']['output'];
  /** The first frame. */
  frameStart: Scalars['Int']['output'];
  /** From one frame to the next. */
  frameStep: Scalars['Int']['output'];
  /** The frames in their order, from an index. */
  frames: Array<Frame>;
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** Samples of each pixel. */
  samples: Scalars['Int']['output'];
  /** Size of the scene, in bytes. */
  sceneBytes: Scalars['Float']['output'];
  /** Blender version that saved the scene, such as 3.4: a worker needs that or a later one. */
  sceneVersion: Scalars['String']['output'];
  /** How many of them are verified. */
  verifiedFrameCount: Scalars['Int']['output'];
  /** In pixels. */
  width: Scalars['Int']['output'];
};


/** A render job: what was asked for, and what is there. */
export type RenderFramesArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  first?: Scalars['Int']['input'];
};

/** What to render. */
export type RenderInput = {
  /** How frames are written. */
  format?: FrameFormat;
  /** The last frame: at least the first, at most 1,048,574. */
  frameEnd: Scalars['Int']['input'];
  /** The first frame: 0 to 1,048,574. */
  frameStart: Scalars['Int']['input'];
  /** From one frame to the next; at most 10,000 frames in all. */
  frameStep?: Scalars['Int']['input'];
  /** In pixels: 4 to 16,384. At most 50 megapixels. */
  height: Scalars['Int']['input'];
  /** Samples of each pixel: 1 to 65,536. */
  samples: Scalars['Int']['input'];
  /** In pixels: 4 to 16,384. */
  width: Scalars['Int']['input'];
};

/** What to make of a scene. */
export type RenderWork = {
  __typename?: 'RenderWork';
  /** How frames are written. */
  format: FrameFormat;
  /** The frames to render, ascending: never more than 256. A re-run is asked for a few of them. */
  frames: Array<Scalars['Int']['output']>;
  /** In pixels. */
  height: Scalars['Int']['output'];
  /** Samples of each pixel. */
  samples: Scalars['Int']['output'];
  /** Those of them that were uploaded already, as by a run of the agent that was killed. */
  uploaded: Array<Scalars['Int']['output']>;
  /** In pixels. */
  width: Scalars['Int']['output'];
};

/** A new job. */
export type SubmitJobInput = {
  /** The uploaded picture or scene. */
  assetId: Scalars['ID']['input'];
  /** What the creator pays at most for 3,600 work units, the fee aside: 10,000 to 100,000,000 micro-dollars ($0.01 to $100). The platform's default bid when left out. Workers that ask less are paid what they ask, and the rest is released when the job ends. */
  bid?: InputMaybe<Scalars['MicroUsd']['input']>;
  /** Of an upscaling: 2 is the only factor. */
  factor?: Scalars['Int']['input'];
  /** Made by the caller, at most 64 characters, so that submitting twice makes one job. */
  key: Scalars['String']['input'];
  /** 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** What to render; given for a scene, and for nothing else. */
  render?: InputMaybe<RenderInput>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Each change of an attempt by one of the viewer's workers, at most four a second an attempt. */
  attemptChanged: AttemptChange;
  /** Each change of one of the viewer's jobs, at most four a second a job. */
  jobChanged: JobChange;
  /** Says that a task may be waiting for the calling agent: ask by leaseTask. Missing one strands nothing. */
  workAvailable: WorkAvailable;
};


export type SubscriptionAttemptChangedArgs = {
  workerId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionJobChangedArgs = {
  jobId?: InputMaybe<Scalars['ID']['input']>;
};

/** The unit a worker runs: one band of a picture, or some frames of a scene. */
export type Task = {
  __typename?: 'Task';
  /** Who tried it, first attempt first; never more than 64. Providers see their own workers' attempts only. */
  attempts: Array<Attempt>;
  /** Which rows of the picture it makes; null for a render. */
  band?: Maybe<Band>;
  /** When the current attempt should be done, from its pace so far; null while unknown. */
  expectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which frames it makes; null for an upscaling. */
  frames?: Maybe<FrameRange>;
  /** Names the task for ever. */
  id: Scalars['ID']['output'];
  /** Position in its job, from 0 at the top or at the first frame. */
  index: Scalars['Int']['output'];
  /** The job it belongs to; null for anyone but the job's creator. */
  job?: Maybe<Job>;
  /** The job's id. */
  jobId: Scalars['ID']['output'];
  /** What is done. */
  kind: JobKind;
  /** Work units, in milli-units. */
  milliUnits: Scalars['Int']['output'];
  /** Share of the current attempt done, 0 to 1; 1 when verified. */
  progress: Scalars['Float']['output'];
  /** How far it is. */
  state: TaskState;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** How far a task is. */
export type TaskState =
  /** Ended with its job. */
  | 'CANCELLED'
  /** A result is there and waits for its re-run by a checker. */
  | 'CHECKING'
  /** Ended without a result. */
  | 'FAILED'
  /** Waits for a worker. */
  | 'QUEUED'
  /** A result is there and is being looked at. */
  | 'REPORTED'
  /** A worker holds its lease. */
  | 'RUNNING'
  /** The result is proven, the reward posted. */
  | 'VERIFIED'
  /** Waits for its job to be funded. */
  | 'WAITING';

/** How a worker's results have fared. */
export type Trust = {
  __typename?: 'Trust';
  /** Chance that the next result is re-run, 0 to 1: always until 10 in a row, then 1 in n. */
  checkChance: Scalars['Float']['output'];
  /** All failed and lost attempts. */
  failed: Scalars['Int']['output'];
  /** All refused results. */
  refused: Scalars['Int']['output'];
  /** Verified results in a row, up to now. */
  validInARow: Scalars['Int']['output'];
  /** All verified results. */
  verified: Scalars['Int']['output'];
};

/** A place to put a file, by HTTP PUT with exactly the announced size. */
export type Upload = {
  __typename?: 'Upload';
  /** The asset it becomes. */
  assetId: Scalars['ID']['output'];
  /** When the place ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** Where to PUT it. */
  url: Scalars['String']['output'];
};

/** What to make of a band. */
export type UpscaleInput = {
  __typename?: 'UpscaleInput';
  /** Factor: 2. */
  factor: Scalars['Int']['output'];
  /** Height of the input with its overlap, in pixels. */
  height: Scalars['Int']['output'];
  /** How many input rows to keep. */
  keepHeight: Scalars['Int']['output'];
  /** First input row to keep: those above are overlap. */
  keepTop: Scalars['Int']['output'];
  /** Width of the input, in pixels. */
  width: Scalars['Int']['output'];
};

/** A hint that work may be waiting. */
export type WorkAvailable = {
  __typename?: 'WorkAvailable';
  /** When it was given. */
  at: Scalars['DateTime']['output'];
};

export type Worker = {
  __typename?: 'Worker';
  /** Its attempts, latest first, from an index. */
  attempts?: Maybe<AttemptConnection>;
  /** Seconds under lease, all slots together, finished attempts only. */
  computeSeconds?: Maybe<Scalars['Float']['output']>;
  /** The tasks it is at work on, one a slot. */
  currentTasks?: Maybe<Array<Task>>;
  /** Names the worker. */
  id: Scalars['ID']['output'];
  /** The leases it holds. For its own agent alone; null for anyone else. */
  leases?: Maybe<Array<Lease>>;
  /** How its results have fared, and how likely the next is re-run. */
  trust?: Maybe<Trust>;
};


export type WorkerAttemptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  state?: InputMaybe<Array<AttemptState>>;
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
  Attempt: Attempt;
  Job: Job;
  Task: Task;
  Worker: Worker;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Attempt:
    ( { __typename: 'Attempt' }
    & GraphQLRecursivePick<FederationTypes['Attempt'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  Task:
    ( { __typename: 'Task' }
    & GraphQLRecursivePick<FederationTypes['Task'], {"id":true}> );
  Worker:
    ( { __typename: 'Worker' }
    & GraphQLRecursivePick<FederationTypes['Worker'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attempt: ResolverTypeWrapper<AttemptRecord>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AttemptChange: ResolverTypeWrapper<Omit<AttemptChange, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  AttemptConnection: ResolverTypeWrapper<Omit<AttemptConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AttemptEdge']>, nodes: Array<ResolversTypes['Attempt']> }>;
  AttemptEdge: ResolverTypeWrapper<Omit<AttemptEdge, 'node'> & { node: ResolversTypes['Attempt'] }>;
  AttemptState: AttemptState;
  Band: ResolverTypeWrapper<Band>;
  Checker: ResolverTypeWrapper<Checker>;
  CompleteTaskInput: CompleteTaskInput;
  CreateFrameUploadInput: CreateFrameUploadInput;
  CreateResultUploadInput: CreateResultUploadInput;
  CreateUploadInput: CreateUploadInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EngineInput: EngineInput;
  Estimate: ResolverTypeWrapper<Estimate>;
  FailTaskInput: FailTaskInput;
  File: ResolverTypeWrapper<File>;
  Frame: ResolverTypeWrapper<Frame>;
  FrameFormat: FrameFormat;
  FrameInput: FrameInput;
  FrameRange: ResolverTypeWrapper<FrameRange>;
  FrameState: FrameState;
  Job: ResolverTypeWrapper<JobRecord>;
  JobChange: ResolverTypeWrapper<Omit<JobChange, 'job'> & { job: ResolversTypes['Job'] }>;
  JobConnection: ResolverTypeWrapper<Omit<JobConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['JobEdge']>, nodes: Array<ResolversTypes['Job']> }>;
  JobEdge: ResolverTypeWrapper<Omit<JobEdge, 'node'> & { node: ResolversTypes['Job'] }>;
  JobKind: JobKind;
  JobState: JobState;
  Lack: Lack;
  Lease: ResolverTypeWrapper<Lease>;
  LeaseState: ResolverTypeWrapper<LeaseState>;
  MicroUsd: ResolverTypeWrapper<Scalars['MicroUsd']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Picture: ResolverTypeWrapper<Picture>;
  Prices: ResolverTypeWrapper<Prices>;
  ProgressInput: ProgressInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Render: ResolverTypeWrapper<RenderView>;
  RenderInput: RenderInput;
  RenderWork: ResolverTypeWrapper<RenderWork>;
  SubmitJobInput: SubmitJobInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Task: ResolverTypeWrapper<TaskRecord>;
  TaskState: TaskState;
  Trust: ResolverTypeWrapper<Trust>;
  Upload: ResolverTypeWrapper<Upload>;
  UpscaleInput: ResolverTypeWrapper<UpscaleInput>;
  WorkAvailable: ResolverTypeWrapper<WorkAvailable>;
  Worker: ResolverTypeWrapper<WorkerView>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attempt: AttemptRecord;
  Float: Scalars['Float']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  AttemptChange: Omit<AttemptChange, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  AttemptConnection: Omit<AttemptConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AttemptEdge']>, nodes: Array<ResolversParentTypes['Attempt']> };
  AttemptEdge: Omit<AttemptEdge, 'node'> & { node: ResolversParentTypes['Attempt'] };
  Band: Band;
  Checker: Checker;
  CompleteTaskInput: CompleteTaskInput;
  CreateFrameUploadInput: CreateFrameUploadInput;
  CreateResultUploadInput: CreateResultUploadInput;
  CreateUploadInput: CreateUploadInput;
  DateTime: Scalars['DateTime']['output'];
  EngineInput: EngineInput;
  Estimate: Estimate;
  FailTaskInput: FailTaskInput;
  File: File;
  Frame: Frame;
  FrameInput: FrameInput;
  FrameRange: FrameRange;
  Job: JobRecord;
  JobChange: Omit<JobChange, 'job'> & { job: ResolversParentTypes['Job'] };
  JobConnection: Omit<JobConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['JobEdge']>, nodes: Array<ResolversParentTypes['Job']> };
  JobEdge: Omit<JobEdge, 'node'> & { node: ResolversParentTypes['Job'] };
  Lease: Lease;
  LeaseState: LeaseState;
  MicroUsd: Scalars['MicroUsd']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Picture: Picture;
  Prices: Prices;
  ProgressInput: ProgressInput;
  Query: Record<PropertyKey, never>;
  Render: RenderView;
  RenderInput: RenderInput;
  RenderWork: RenderWork;
  SubmitJobInput: SubmitJobInput;
  Subscription: Record<PropertyKey, never>;
  Task: TaskRecord;
  Trust: Trust;
  Upload: Upload;
  UpscaleInput: UpscaleInput;
  WorkAvailable: WorkAvailable;
  Worker: WorkerView;
};

export type AttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attempt'] = ResolversParentTypes['Attempt'], FederationReferenceType extends FederationReferenceTypes['Attempt'] = FederationReferenceTypes['Attempt']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Attempt']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agreementDb?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  check?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  checked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  milliUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AttemptState'], ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
  workerAlias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttemptChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptChange'] = ResolversParentTypes['AttemptChange']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
};

export type AttemptConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptConnection'] = ResolversParentTypes['AttemptConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AttemptEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Attempt']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AttemptEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptEdge'] = ResolversParentTypes['AttemptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
};

export type BandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Band'] = ResolversParentTypes['Band']> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  top?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CheckerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Checker'] = ResolversParentTypes['Checker']> = {
  kinds?: Resolver<Array<ResolversTypes['JobKind']>, ParentType, ContextType>;
  online?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  waitingTasks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EstimateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Estimate'] = ResolversParentTypes['Estimate']> = {
  assumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  maxCost?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  milliUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  taskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['File'] = ResolversParentTypes['File']> = {
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FrameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Frame'] = ResolversParentTypes['Frame']> = {
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['File']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previewUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FrameState'], ParentType, ContextType>;
};

export type FrameRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FrameRange'] = ResolversParentTypes['FrameRange']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  factor?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  input?: Resolver<Maybe<ResolversTypes['Picture']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  lacks?: Resolver<Maybe<ResolversTypes['Lack']>, ParentType, ContextType>;
  maxCost?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  milliUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previewUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasonCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  render?: Resolver<Maybe<ResolversTypes['Render']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['Picture']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  taskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verifiedTaskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobChange'] = ResolversParentTypes['JobChange']> = {
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
};

export type JobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type JobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
};

export type LeaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lease'] = ResolversParentTypes['Lease']> = {
  attemptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  check?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  inputBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  inputSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inputUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  render?: Resolver<Maybe<ResolversTypes['RenderWork']>, ParentType, ContextType>;
  reward?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taskId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  upscale?: Resolver<Maybe<ResolversTypes['UpscaleInput']>, ParentType, ContextType>;
};

export type LeaseStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaseState'] = ResolversParentTypes['LeaseState']> = {
  attemptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface MicroUsdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MicroUsd'], any> {
  name: 'MicroUsd';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelJob?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationCancelJobArgs, 'id'>>;
  completeTask?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType, RequireFields<MutationCompleteTaskArgs, 'input'>>;
  createFrameUpload?: Resolver<ResolversTypes['Upload'], ParentType, ContextType, RequireFields<MutationCreateFrameUploadArgs, 'input'>>;
  createResultUpload?: Resolver<ResolversTypes['Upload'], ParentType, ContextType, RequireFields<MutationCreateResultUploadArgs, 'input'>>;
  createUpload?: Resolver<ResolversTypes['Upload'], ParentType, ContextType, RequireFields<MutationCreateUploadArgs, 'input'>>;
  failTask?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType, RequireFields<MutationFailTaskArgs, 'input'>>;
  leaseTask?: Resolver<Maybe<ResolversTypes['Lease']>, ParentType, ContextType, RequireFields<MutationLeaseTaskArgs, 'engines' | 'slot'>>;
  reportProgress?: Resolver<Array<ResolversTypes['LeaseState']>, ParentType, ContextType, RequireFields<MutationReportProgressArgs, 'reports'>>;
  submitJob?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<MutationSubmitJobArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PictureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Picture'] = ResolversParentTypes['Picture']> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previewUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PricesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Prices'] = ResolversParentTypes['Prices']> = {
  assumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  defaultBid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  feeBasisPoints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  renderMilliUnitsPerFrame?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  renderMilliUnitsPerMegasample?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  upscaleMilliUnitsPerMegapixel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  checker?: Resolver<ResolversTypes['Checker'], ParentType, ContextType>;
  estimateRender?: Resolver<ResolversTypes['Estimate'], ParentType, ContextType, RequireFields<QueryEstimateRenderArgs, 'input'>>;
  estimateUpscale?: Resolver<ResolversTypes['Estimate'], ParentType, ContextType, RequireFields<QueryEstimateUpscaleArgs, 'height' | 'width'>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  jobs?: Resolver<ResolversTypes['JobConnection'], ParentType, ContextType, RequireFields<QueryJobsArgs, 'first'>>;
  prices?: Resolver<ResolversTypes['Prices'], ParentType, ContextType>;
};

export type RenderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Render'] = ResolversParentTypes['Render']> = {
  archive?: Resolver<Maybe<ResolversTypes['File']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['FrameFormat'], ParentType, ContextType>;
  frameCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frameEnd?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frameStart?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frameStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frames?: Resolver<Array<ResolversTypes['Frame']>, ParentType, ContextType, RequireFields<RenderFramesArgs, 'first'>>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sceneBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sceneVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verifiedFrameCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RenderWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenderWork'] = ResolversParentTypes['RenderWork']> = {
  format?: Resolver<ResolversTypes['FrameFormat'], ParentType, ContextType>;
  frames?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uploaded?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  attemptChanged?: SubscriptionResolver<ResolversTypes['AttemptChange'], "attemptChanged", ParentType, ContextType, Partial<SubscriptionAttemptChangedArgs>>;
  jobChanged?: SubscriptionResolver<ResolversTypes['JobChange'], "jobChanged", ParentType, ContextType, Partial<SubscriptionJobChangedArgs>>;
  workAvailable?: SubscriptionResolver<ResolversTypes['WorkAvailable'], "workAvailable", ParentType, ContextType>;
};

export type TaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'], FederationReferenceType extends FederationReferenceTypes['Task'] = FederationReferenceTypes['Task']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Task']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['Attempt']>, ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['Band']>, ParentType, ContextType>;
  expectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  frames?: Resolver<Maybe<ResolversTypes['FrameRange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['JobKind'], ParentType, ContextType>;
  milliUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaskState'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TrustResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Trust'] = ResolversParentTypes['Trust']> = {
  checkChance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validInARow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Upload'] = ResolversParentTypes['Upload']> = {
  assetId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpscaleInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpscaleInput'] = ResolversParentTypes['UpscaleInput']> = {
  factor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keepHeight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keepTop?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkAvailableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkAvailable'] = ResolversParentTypes['WorkAvailable']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Worker'] = ResolversParentTypes['Worker'], FederationReferenceType extends FederationReferenceTypes['Worker'] = FederationReferenceTypes['Worker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Worker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempts?: Resolver<Maybe<ResolversTypes['AttemptConnection']>, ParentType, ContextType, RequireFields<WorkerAttemptsArgs, 'first'>>;
  computeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currentTasks?: Resolver<Maybe<Array<ResolversTypes['Task']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leases?: Resolver<Maybe<Array<ResolversTypes['Lease']>>, ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['Trust']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Attempt?: AttemptResolvers<ContextType>;
  AttemptChange?: AttemptChangeResolvers<ContextType>;
  AttemptConnection?: AttemptConnectionResolvers<ContextType>;
  AttemptEdge?: AttemptEdgeResolvers<ContextType>;
  Band?: BandResolvers<ContextType>;
  Checker?: CheckerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Estimate?: EstimateResolvers<ContextType>;
  File?: FileResolvers<ContextType>;
  Frame?: FrameResolvers<ContextType>;
  FrameRange?: FrameRangeResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  JobChange?: JobChangeResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobEdge?: JobEdgeResolvers<ContextType>;
  Lease?: LeaseResolvers<ContextType>;
  LeaseState?: LeaseStateResolvers<ContextType>;
  MicroUsd?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Picture?: PictureResolvers<ContextType>;
  Prices?: PricesResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Render?: RenderResolvers<ContextType>;
  RenderWork?: RenderWorkResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  Trust?: TrustResolvers<ContextType>;
  Upload?: UploadResolvers<ContextType>;
  UpscaleInput?: UpscaleInputResolvers<ContextType>;
  WorkAvailable?: WorkAvailableResolvers<ContextType>;
  Worker?: WorkerResolvers<ContextType>;
};

