// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WorkerView } from '../domain/workerView.ts';
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
  _FieldSet: { input: string; output: string; }
};

/** One reading of one GPU. A value is null when the GPU does not tell it. */
export type GpuSample = {
  __typename?: 'GpuSample';
  /** Memory errors that were corrected, since the GPU was made: a whole number. */
  eccCorrected?: Maybe<Scalars['Float']['output']>;
  /** Memory errors that could not be corrected, since the GPU was made: a whole number. */
  eccUncorrected?: Maybe<Scalars['Float']['output']>;
  /** Fan speed, in per cent of its highest. */
  fanPercent?: Maybe<Scalars['Float']['output']>;
  /** Position on its machine, from 0. */
  index: Scalars['Int']['output'];
  /** Clock of the memory, in MHz. */
  memoryClockMhz?: Maybe<Scalars['Float']['output']>;
  /** Memory temperature, in °C. */
  memoryTemperatureCelsius?: Maybe<Scalars['Float']['output']>;
  /** Memory in all, in MiB. */
  memoryTotalMiB?: Maybe<Scalars['Float']['output']>;
  /** Memory in use, in MiB. */
  memoryUsedMiB?: Maybe<Scalars['Float']['output']>;
  /** Generation of the PCIe link as it runs now; it falls at rest. */
  pcieGeneration?: Maybe<Scalars['Int']['output']>;
  /** Highest generation that the GPU and its slot both can. */
  pcieGenerationMax?: Maybe<Scalars['Int']['output']>;
  /** Lanes of the PCIe link as it runs now. */
  pcieWidth?: Maybe<Scalars['Int']['output']>;
  /** Most lanes that the GPU and its slot both have. */
  pcieWidthMax?: Maybe<Scalars['Int']['output']>;
  /** Power limit in force, in watts. */
  powerLimitWatts?: Maybe<Scalars['Float']['output']>;
  /** Power drawn, in watts. */
  powerWatts?: Maybe<Scalars['Float']['output']>;
  /** Rows of memory that were replaced by spare ones because of errors. */
  remappedRows?: Maybe<Scalars['Int']['output']>;
  /** Whether a page or row waits for a restart to be retired or remapped. */
  repairPending?: Maybe<Scalars['Boolean']['output']>;
  /** Pages of memory that are used no more because of errors; of GPUs that remap no rows. */
  retiredPages?: Maybe<Scalars['Int']['output']>;
  /** Clock of the multiprocessors, in MHz. */
  smClockMhz?: Maybe<Scalars['Float']['output']>;
  /** Whether it could be read; if not, its values are null. */
  state: GpuState;
  /** Core temperature, in °C. */
  temperatureCelsius?: Maybe<Scalars['Float']['output']>;
  /** What holds its clocks back; empty when nothing does. */
  throttleReasons?: Maybe<Array<ThrottleReason>>;
  /** Share of time in which it computed, in per cent. */
  utilizationPercent?: Maybe<Scalars['Float']['output']>;
  /** The maker's unique id. */
  uuid: Scalars['ID']['output'];
  /** Errors (XIDs) that the kernel logged of it since the agent started: each number once, with the last time, the latest 8; null where the kernel's log cannot be read. */
  xids?: Maybe<Array<Xid>>;
};

/** One reading of one GPU; null what it does not tell. */
export type GpuSampleInput = {
  /** A whole number. */
  eccCorrected?: InputMaybe<Scalars['Float']['input']>;
  /** A whole number. */
  eccUncorrected?: InputMaybe<Scalars['Float']['input']>;
  /** In per cent. */
  fanPercent?: InputMaybe<Scalars['Float']['input']>;
  /** Position on its machine, from 0. */
  index: Scalars['Int']['input'];
  /** In MHz. */
  memoryClockMhz?: InputMaybe<Scalars['Float']['input']>;
  /** Of the memory, in °C. */
  memoryTemperatureCelsius?: InputMaybe<Scalars['Float']['input']>;
  /** In MiB. */
  memoryTotalMiB?: InputMaybe<Scalars['Float']['input']>;
  /** In MiB. */
  memoryUsedMiB?: InputMaybe<Scalars['Float']['input']>;
  /** As it runs now: 0 to 16. */
  pcieGeneration?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 16. */
  pcieGenerationMax?: InputMaybe<Scalars['Int']['input']>;
  /** As it runs now: 0 to 64. */
  pcieWidth?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 64. */
  pcieWidthMax?: InputMaybe<Scalars['Int']['input']>;
  /** In watts. */
  powerLimitWatts?: InputMaybe<Scalars['Float']['input']>;
  /** In watts. */
  powerWatts?: InputMaybe<Scalars['Float']['input']>;
  /** 0 to 1000000. */
  remappedRows?: InputMaybe<Scalars['Int']['input']>;
  /** Whether a page or row waits for a restart to be retired or remapped. */
  repairPending?: InputMaybe<Scalars['Boolean']['input']>;
  /** 0 to 1000000. */
  retiredPages?: InputMaybe<Scalars['Int']['input']>;
  /** In MHz. */
  smClockMhz?: InputMaybe<Scalars['Float']['input']>;
  /** Whether it could be read. */
  state?: GpuState;
  /** Of the core, in °C. */
  temperatureCelsius?: InputMaybe<Scalars['Float']['input']>;
  /** Each once. */
  throttleReasons?: InputMaybe<Array<ThrottleReason>>;
  /** In per cent. */
  utilizationPercent?: InputMaybe<Scalars['Float']['input']>;
  /** The maker's unique id. */
  uuid: Scalars['ID']['input'];
  /** The latest 8, the earliest first. */
  xids?: InputMaybe<Array<XidInput>>;
};

/** Whether a GPU could be read. */
export type GpuState =
  /** It was there since the agent started, and its driver does not find it any more. */
  | 'LOST'
  /** It was read. */
  | 'READ'
  /** It could not be read: its driver or the driver's tool failed. */
  | 'UNREAD';

/** An agent was heard. */
export type Heartbeat = {
  __typename?: 'Heartbeat';
  /** The platform's clock. */
  at: Scalars['DateTime']['output'];
  /** Whether someone looks at its readings live. If so, take one every second for the next 30 s; else every 5 s. */
  watched: Scalars['Boolean']['output'];
  /** The worker it acts for; null when what is asked of it cannot be had at the moment. */
  worker?: Maybe<Worker>;
};

/** What keeps the calling agent from taking tasks. */
export type HoldInput = {
  /** What it is: the strictest of several. */
  reason: HoldReason;
  /** When nothing keeps it any more, by itself; null when nobody knows. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
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

/** One reading of a machine. A value is null when the machine does not tell it. */
export type HostSample = {
  __typename?: 'HostSample';
  /** Share of all processors in use, in per cent; null in the first reading after a start. */
  cpuPercent?: Maybe<Scalars['Float']['output']>;
  /** Of the disk that holds the agent's files, all there is, in MiB. */
  diskTotalMiB?: Maybe<Scalars['Float']['output']>;
  /** Of the disk that holds the agent's files, what is in use, in MiB. */
  diskUsedMiB?: Maybe<Scalars['Float']['output']>;
  /** Memory in all, in MiB. */
  memoryTotalMiB?: Maybe<Scalars['Float']['output']>;
  /** Memory in use, in MiB. */
  memoryUsedMiB?: Maybe<Scalars['Float']['output']>;
  /** Bytes received a second since the reading before; null in the first after a start. */
  networkInBytesPerSecond?: Maybe<Scalars['Float']['output']>;
  /** Bytes sent a second since the reading before; null in the first after a start. */
  networkOutBytesPerSecond?: Maybe<Scalars['Float']['output']>;
  /** How long the machine is up, in seconds. */
  uptimeSeconds?: Maybe<Scalars['Float']['output']>;
};

/** One reading of a machine; null what it does not tell. */
export type HostSampleInput = {
  /** In per cent. */
  cpuPercent?: InputMaybe<Scalars['Float']['input']>;
  /** In MiB. */
  diskTotalMiB?: InputMaybe<Scalars['Float']['input']>;
  /** In MiB. */
  diskUsedMiB?: InputMaybe<Scalars['Float']['input']>;
  /** In MiB. */
  memoryTotalMiB?: InputMaybe<Scalars['Float']['input']>;
  /** In MiB. */
  memoryUsedMiB?: InputMaybe<Scalars['Float']['input']>;
  /** In bytes a second. */
  networkInBytesPerSecond?: InputMaybe<Scalars['Float']['input']>;
  /** In bytes a second. */
  networkOutBytesPerSecond?: InputMaybe<Scalars['Float']['input']>;
  /** In seconds. */
  uptimeSeconds?: InputMaybe<Scalars['Float']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Says that the calling agent is alive: every 10 s. Select intent and leases from the worker it returns, so that a lost message strands nothing. Errors: FORBIDDEN for anyone but an agent. */
  heartbeat: Heartbeat;
  /** Stores readings of the calling agent, in any order, those known already once. Errors: FORBIDDEN, INVALID_INPUT, TOO_MANY_READINGS above 500 at once. */
  recordReadings: RecordedReadings;
};


export type MutationHeartbeatArgs = {
  at: Scalars['DateTime']['input'];
  hold?: InputMaybe<HoldInput>;
  mining?: Scalars['Boolean']['input'];
};


export type MutationRecordReadingsArgs = {
  readings: Array<ReadingInput>;
};

/** One reading of a whole worker. */
export type Reading = {
  __typename?: 'Reading';
  /** When it was taken, by the agent's clock. */
  at: Scalars['DateTime']['output'];
  /** One sample a GPU, by index; empty without a GPU. */
  gpus: Array<GpuSample>;
  /** The machine around them. */
  host: HostSample;
};

/** One reading of a whole worker. */
export type ReadingInput = {
  /** When it was taken, by the agent's clock: not older than 14 days, at most 5 min ahead. */
  at: Scalars['DateTime']['input'];
  /** One sample a GPU; empty without a GPU. At most 64. */
  gpus: Array<GpuSampleInput>;
  /** The machine around them. */
  host: HostSampleInput;
};

/** A reading just recorded. */
export type RecordedReading = {
  __typename?: 'RecordedReading';
  /** The reading. */
  reading: Reading;
  /** The worker it is of; null when what is asked of it cannot be had at the moment. */
  worker?: Maybe<Worker>;
};

/** What became of a batch of readings. */
export type RecordedReadings = {
  __typename?: 'RecordedReadings';
  /** How many were new. */
  recorded: Scalars['Int']['output'];
  /** How many were known already. */
  repeated: Scalars['Int']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Each reading of one of the viewer's workers, as it is recorded. One selection may reach into every part of the platform. */
  readingRecorded: RecordedReading;
  /** Told to the calling agent when someone looks at its worker's readings live, and again every 10 s. Heartbeats say the same. Errors: FORBIDDEN for anyone but an agent. */
  watched: Watched;
};


export type SubscriptionReadingRecordedArgs = {
  workerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
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

/** Someone looks at a worker's readings live. */
export type Watched = {
  __typename?: 'Watched';
  /** For how long to take a reading every second, from now on, in seconds. */
  seconds: Scalars['Int']['output'];
};

export type Worker = {
  __typename?: 'Worker';
  /** How far the agent's clock is ahead of the platform's, in milliseconds; null before it was heard from. */
  clockSkewMs?: Maybe<Scalars['Float']['output']>;
  /** Names the worker. */
  id: Scalars['ID']['output'];
  /** When it was last heard from; null when never. */
  lastHeardAt?: Maybe<Scalars['DateTime']['output']>;
  /** The latest reading; null when there is none. */
  latestReading?: Maybe<Reading>;
  /** Readings of a range of time, the earliest first, thinned evenly to at most `most`. Readings are kept for 14 days. Errors: INVALID_INPUT for a range that ends before it begins. */
  readings?: Maybe<Array<Reading>>;
  /** Share of the time since enrolment in which it was heard from, 0 to 1; null before it was. */
  uptime?: Maybe<Scalars['Float']['output']>;
};


export type WorkerReadingsArgs = {
  from: Scalars['DateTime']['input'];
  most?: Scalars['Int']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An error that a GPU's driver wrote to the kernel's log. */
export type Xid = {
  __typename?: 'Xid';
  /** When it was logged last, by the agent's clock. */
  at: Scalars['DateTime']['output'];
  /** Its number, by which NVIDIA's documentation tells what it means. */
  code: Scalars['Int']['output'];
};

/** An error that a GPU's driver wrote to the kernel's log. */
export type XidInput = {
  /** When it was logged last, by the agent's clock. */
  at: Scalars['DateTime']['input'];
  /** 1 to 100000. */
  code: Scalars['Int']['input'];
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
  Worker: Worker;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Worker:
    ( { __typename: 'Worker' }
    & GraphQLRecursivePick<FederationTypes['Worker'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  GpuSample: ResolverTypeWrapper<GpuSample>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  GpuSampleInput: GpuSampleInput;
  GpuState: GpuState;
  Heartbeat: ResolverTypeWrapper<Omit<Heartbeat, 'worker'> & { worker?: Maybe<ResolversTypes['Worker']> }>;
  HoldInput: HoldInput;
  HoldReason: HoldReason;
  HostSample: ResolverTypeWrapper<HostSample>;
  HostSampleInput: HostSampleInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reading: ResolverTypeWrapper<Reading>;
  ReadingInput: ReadingInput;
  RecordedReading: ResolverTypeWrapper<Omit<RecordedReading, 'worker'> & { worker?: Maybe<ResolversTypes['Worker']> }>;
  RecordedReadings: ResolverTypeWrapper<RecordedReadings>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ThrottleReason: ThrottleReason;
  Watched: ResolverTypeWrapper<Watched>;
  Worker: ResolverTypeWrapper<WorkerView>;
  Xid: ResolverTypeWrapper<Xid>;
  XidInput: XidInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  GpuSample: GpuSample;
  Float: Scalars['Float']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  GpuSampleInput: GpuSampleInput;
  Heartbeat: Omit<Heartbeat, 'worker'> & { worker?: Maybe<ResolversParentTypes['Worker']> };
  HoldInput: HoldInput;
  HostSample: HostSample;
  HostSampleInput: HostSampleInput;
  Mutation: Record<PropertyKey, never>;
  Reading: Reading;
  ReadingInput: ReadingInput;
  RecordedReading: Omit<RecordedReading, 'worker'> & { worker?: Maybe<ResolversParentTypes['Worker']> };
  RecordedReadings: RecordedReadings;
  Subscription: Record<PropertyKey, never>;
  Watched: Watched;
  Worker: WorkerView;
  Xid: Xid;
  XidInput: XidInput;
  String: Scalars['String']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GpuSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GpuSample'] = ResolversParentTypes['GpuSample']> = {
  eccCorrected?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  eccUncorrected?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fanPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  memoryClockMhz?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryTemperatureCelsius?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryTotalMiB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryUsedMiB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pcieGeneration?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pcieGenerationMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pcieWidth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pcieWidthMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  powerLimitWatts?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  powerWatts?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  remappedRows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  repairPending?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  retiredPages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  smClockMhz?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GpuState'], ParentType, ContextType>;
  temperatureCelsius?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  throttleReasons?: Resolver<Maybe<Array<ResolversTypes['ThrottleReason']>>, ParentType, ContextType>;
  utilizationPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uuid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  xids?: Resolver<Maybe<Array<ResolversTypes['Xid']>>, ParentType, ContextType>;
};

export type HeartbeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Heartbeat'] = ResolversParentTypes['Heartbeat']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  watched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
};

export type HostSampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HostSample'] = ResolversParentTypes['HostSample']> = {
  cpuPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  diskTotalMiB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  diskUsedMiB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryTotalMiB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  memoryUsedMiB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  networkInBytesPerSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  networkOutBytesPerSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uptimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  heartbeat?: Resolver<ResolversTypes['Heartbeat'], ParentType, ContextType, RequireFields<MutationHeartbeatArgs, 'at' | 'mining'>>;
  recordReadings?: Resolver<ResolversTypes['RecordedReadings'], ParentType, ContextType, RequireFields<MutationRecordReadingsArgs, 'readings'>>;
};

export type ReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reading'] = ResolversParentTypes['Reading']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gpus?: Resolver<Array<ResolversTypes['GpuSample']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['HostSample'], ParentType, ContextType>;
};

export type RecordedReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordedReading'] = ResolversParentTypes['RecordedReading']> = {
  reading?: Resolver<ResolversTypes['Reading'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
};

export type RecordedReadingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordedReadings'] = ResolversParentTypes['RecordedReadings']> = {
  recorded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repeated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  readingRecorded?: SubscriptionResolver<ResolversTypes['RecordedReading'], "readingRecorded", ParentType, ContextType, Partial<SubscriptionReadingRecordedArgs>>;
  watched?: SubscriptionResolver<ResolversTypes['Watched'], "watched", ParentType, ContextType>;
};

export type WatchedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Watched'] = ResolversParentTypes['Watched']> = {
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Worker'] = ResolversParentTypes['Worker'], FederationReferenceType extends FederationReferenceTypes['Worker'] = FederationReferenceTypes['Worker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Worker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  clockSkewMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastHeardAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latestReading?: Resolver<Maybe<ResolversTypes['Reading']>, ParentType, ContextType>;
  readings?: Resolver<Maybe<Array<ResolversTypes['Reading']>>, ParentType, ContextType, RequireFields<WorkerReadingsArgs, 'from' | 'most'>>;
  uptime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type XidResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Xid'] = ResolversParentTypes['Xid']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  GpuSample?: GpuSampleResolvers<ContextType>;
  Heartbeat?: HeartbeatResolvers<ContextType>;
  HostSample?: HostSampleResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Reading?: ReadingResolvers<ContextType>;
  RecordedReading?: RecordedReadingResolvers<ContextType>;
  RecordedReadings?: RecordedReadingsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Watched?: WatchedResolvers<ContextType>;
  Worker?: WorkerResolvers<ContextType>;
  Xid?: XidResolvers<ContextType>;
};

