// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountRecord } from '../domain/account.ts';
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
};

/** Whether a worker has open incidents. */
export type Health =
  /** Some that cost. */
  | 'ERROR'
  /** None. */
  | 'OK'
  /** Some that may cost. */
  | 'WARNING';

/** What a provider wants of a worker. */
export type Intent =
  /** Finish what it has, take nothing new. */
  | 'DRAIN'
  /** Take nothing new until told otherwise. */
  | 'PAUSE'
  /** Take tasks. */
  | 'RUN';

export type Mutation = {
  __typename?: 'Mutation';
  /** Makes a worker and the configuration that its agent imports. The same key again returns the same worker with a new configuration while it is not enrolled. Errors: WORKER_LIMIT, INVALID_INPUT; for a key used before ALREADY_ENROLLED, or CONFLICT when its worker was deleted. */
  createWorker: CreatedWorker;
  /** Deletes a worker: its credential ends within 5 s and its tasks go to others; what it earned stays. True even when it was deleted before. Errors: NOT_FOUND. */
  deleteWorker: Scalars['Boolean']['output'];
  /** Trades an enrolment token for the agent's own credential. Called by the agent, without a credential. Again with the same token and key it returns the same credential, until that was used to report hardware, so that a lost answer strands nobody. Errors: ENROLMENT_TOKEN_INVALID, ENROLMENT_TOKEN_EXPIRED, ENROLMENT_TOKEN_USED, INVALID_INPUT. */
  enrolWorker: EnrolledWorker;
  /** Gives a worker another name. Errors: NOT_FOUND, INVALID_INPUT. */
  renameWorker: Worker;
  /** Makes a new configuration, with a new enrolment token, for a worker that is not enrolled yet; the earlier token is void. Errors: NOT_FOUND, ALREADY_ENROLLED. */
  renewConfiguration: WorkerConfiguration;
  /** Records what hardware the calling agent found. Errors: FORBIDDEN for anyone but an agent. */
  reportHardware: Worker;
  /** Says where the viewer's workers are to be paid on a blockchain. Nothing is paid out there yet. Errors: FORBIDDEN, INVALID_INPUT. */
  setWalletAddress: Account;
  /** Says what a worker asks for 3,600 work units from its next lease on: its provider may, and its own agent. Errors: NOT_FOUND, INVALID_INPUT. */
  setWorkerBid: Worker;
  /** Says what the worker should do from now on. Errors: NOT_FOUND. */
  setWorkerIntent: Worker;
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
  /** Finishing what it has. */
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
  /** Told to take nothing. */
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
  /** What the worker asks for 3,600 work units: its custom bid, or else the platform's default. */
  bid: Scalars['MicroUsd']['output'];
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
  /** The hottest GPU in steps of 5 °C; null when none is read. */
  hottestGpuCelsius?: Maybe<Scalars['Int']['output']>;
  /** What its provider wants of it. */
  intent: Intent;
  /** Why, in a few words, where the word alone does not say it. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The four folded into the word that a list shows. */
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
  Connectivity: Connectivity;
  CreateWorkerInput: CreateWorkerInput;
  CreatedWorker: ResolverTypeWrapper<Omit<CreatedWorker, 'configuration' | 'worker'> & { configuration: ResolversTypes['WorkerConfiguration'], worker: ResolversTypes['Worker'] }>;
  Creator: ResolverTypeWrapper<Creator>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EnrolWorkerInput: EnrolWorkerInput;
  EnrolledWorker: ResolverTypeWrapper<Omit<EnrolledWorker, 'worker'> & { worker: ResolversTypes['Worker'] }>;
  Fleet: ResolverTypeWrapper<Fleet>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Gpu: ResolverTypeWrapper<Gpu>;
  GpuInput: GpuInput;
  Hardware: ResolverTypeWrapper<Hardware>;
  HardwareInput: HardwareInput;
  Health: Health;
  Intent: Intent;
  MicroUsd: ResolverTypeWrapper<Scalars['MicroUsd']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Provider: ResolverTypeWrapper<Provider>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Role: Role;
  ShownStatus: ShownStatus;
  SignInInput: SignInInput;
  SignUpInput: SignUpInput;
  SignedIn: ResolverTypeWrapper<Omit<SignedIn, 'account'> & { account: ResolversTypes['Account'] }>;
  Slot: ResolverTypeWrapper<Slot>;
  SortOrder: SortOrder;
  StatusCount: ResolverTypeWrapper<StatusCount>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Work: Work;
  Worker: ResolverTypeWrapper<WorkerRecord>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
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
  CreateWorkerInput: CreateWorkerInput;
  CreatedWorker: Omit<CreatedWorker, 'configuration' | 'worker'> & { configuration: ResolversParentTypes['WorkerConfiguration'], worker: ResolversParentTypes['Worker'] };
  Creator: Creator | FederationReferenceTypes['Creator'];
  DateTime: Scalars['DateTime']['output'];
  EnrolWorkerInput: EnrolWorkerInput;
  EnrolledWorker: Omit<EnrolledWorker, 'worker'> & { worker: ResolversParentTypes['Worker'] };
  Fleet: Fleet;
  Int: Scalars['Int']['output'];
  Gpu: Gpu;
  GpuInput: GpuInput;
  Hardware: Hardware;
  HardwareInput: HardwareInput;
  MicroUsd: Scalars['MicroUsd']['output'];
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  Provider: Provider | FederationReferenceTypes['Provider'];
  Query: Record<PropertyKey, never>;
  SignInInput: SignInInput;
  SignUpInput: SignUpInput;
  SignedIn: Omit<SignedIn, 'account'> & { account: ResolversParentTypes['Account'] };
  Slot: Slot;
  StatusCount: StatusCount;
  Subscription: Record<PropertyKey, never>;
  Worker: WorkerRecord;
  Float: Scalars['Float']['output'];
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
};

export interface MicroUsdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MicroUsd'], any> {
  name: 'MicroUsd';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createWorker?: Resolver<ResolversTypes['CreatedWorker'], ParentType, ContextType, RequireFields<MutationCreateWorkerArgs, 'input'>>;
  deleteWorker?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteWorkerArgs, 'id'>>;
  enrolWorker?: Resolver<ResolversTypes['EnrolledWorker'], ParentType, ContextType, RequireFields<MutationEnrolWorkerArgs, 'input'>>;
  renameWorker?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationRenameWorkerArgs, 'id' | 'name'>>;
  renewConfiguration?: Resolver<ResolversTypes['WorkerConfiguration'], ParentType, ContextType, RequireFields<MutationRenewConfigurationArgs, 'workerId'>>;
  reportHardware?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationReportHardwareArgs, 'input'>>;
  setWalletAddress?: Resolver<ResolversTypes['Account'], ParentType, ContextType, Partial<MutationSetWalletAddressArgs>>;
  setWorkerBid?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationSetWorkerBidArgs, 'id'>>;
  setWorkerIntent?: Resolver<ResolversTypes['Worker'], ParentType, ContextType, RequireFields<MutationSetWorkerIntentArgs, 'id' | 'intent'>>;
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
  bid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  customBid?: Resolver<Maybe<ResolversTypes['MicroUsd']>, ParentType, ContextType>;
  enrolledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hardware?: Resolver<Maybe<ResolversTypes['Hardware']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  hottestGpuCelsius?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  intent?: Resolver<ResolversTypes['Intent'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shown?: Resolver<ResolversTypes['ShownStatus'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['Work'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Account?: AccountResolvers<ContextType>;
  CreatedWorker?: CreatedWorkerResolvers<ContextType>;
  Creator?: CreatorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EnrolledWorker?: EnrolledWorkerResolvers<ContextType>;
  Fleet?: FleetResolvers<ContextType>;
  Gpu?: GpuResolvers<ContextType>;
  Hardware?: HardwareResolvers<ContextType>;
  MicroUsd?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Provider?: ProviderResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SignedIn?: SignedInResolvers<ContextType>;
  Slot?: SlotResolvers<ContextType>;
  StatusCount?: StatusCountResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Worker?: WorkerResolvers<ContextType>;
  WorkerChange?: WorkerChangeResolvers<ContextType>;
  WorkerConfiguration?: WorkerConfigurationResolvers<ContextType>;
  WorkerConnection?: WorkerConnectionResolvers<ContextType>;
  WorkerEdge?: WorkerEdgeResolvers<ContextType>;
  WorkerStatus?: WorkerStatusResolvers<ContextType>;
};

