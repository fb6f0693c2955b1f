// Generated from schema/*.graphql by `npm run generate`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EarnerView, EarningsView } from '../domain/readEarnings.ts';
import type { JobView } from '../domain/readJobs.ts';
import type { CreatorView } from '../domain/readCreator.ts';
import type { RewardView } from '../domain/rewardView.ts';
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

export type Attempt = {
  __typename?: 'Attempt';
  /** Names the attempt. */
  id: Scalars['ID']['output'];
};

/** What a creator can spend. */
export type Balance = {
  __typename?: 'Balance';
  /** Free to spend. */
  available: Scalars['MicroUsd']['output'];
  /** Set aside for jobs that are not finished. */
  reserved: Scalars['MicroUsd']['output'];
};

/** A change of a creator's balance. */
export type BalanceChange = {
  __typename?: 'BalanceChange';
  /** The creator, with the balance as it is now. */
  creator: Creator;
};

/** Bids of online workers for 3,600 work units, each worker counted once: of 100 workers, 10 ask no more than p10. */
export type BidPercentiles = {
  __typename?: 'BidPercentiles';
  /** A tenth of them ask no more. */
  p10: Scalars['MicroUsd']['output'];
  /** A quarter of them ask no more. */
  p25: Scalars['MicroUsd']['output'];
  /** Half of them ask no more. */
  p50: Scalars['MicroUsd']['output'];
  /** Three quarters of them ask no more. */
  p75: Scalars['MicroUsd']['output'];
  /** Nine tenths of them ask no more. */
  p90: Scalars['MicroUsd']['output'];
};

export type Creator = {
  __typename?: 'Creator';
  /** What can be spent; null for anyone else. */
  balance?: Maybe<Balance>;
  /** The account's id. */
  id: Scalars['ID']['output'];
  /** What moved the balance, latest first, from an index; null for anyone else. */
  postings?: Maybe<PostingConnection>;
};


export type CreatorPostingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Rewards of one day. */
export type DayEarnings = {
  __typename?: 'DayEarnings';
  /** Their sum. */
  amount: Scalars['MicroUsd']['output'];
  /** The day, UTC, as YYYY-MM-DD. */
  day: Scalars['String']['output'];
  /** How many tasks paid them. */
  taskCount: Scalars['Int']['output'];
};

/** A payment that an operator recorded. */
export type Deposit = {
  __typename?: 'Deposit';
  /** The creator's account. */
  accountId: Scalars['ID']['output'];
  /** What was paid. */
  amount: Scalars['MicroUsd']['output'];
  /** The ledger transaction's key. */
  id: Scalars['ID']['output'];
  /** How it came in: MANUAL, recorded by an operator. */
  method: DepositMethod;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** What the payment can be found by. */
  reference: Scalars['String']['output'];
};

/** How a deposit came in. */
export type DepositMethod =
  /** Recorded by an operator. */
  | 'MANUAL';

/** A reward just posted. */
export type Earned = {
  __typename?: 'Earned';
  /** The reward. */
  reward: Reward;
  /** The worker that earned it; null when what is asked of it cannot be had at the moment. */
  worker?: Maybe<Worker>;
};

/** Rewards of verified tasks. */
export type Earnings = {
  __typename?: 'Earnings';
  /** By day, UTC, the latest first, days without any left out. */
  days: Array<DayEarnings>;
  /** One by one, latest first, from an index. */
  rewards: RewardConnection;
  /** How many tasks paid them. */
  taskCount: Scalars['Int']['output'];
  /** Since midnight UTC. */
  today: Scalars['MicroUsd']['output'];
  /** All of them. */
  total: Scalars['MicroUsd']['output'];
};


/** Rewards of verified tasks. */
export type EarningsDaysArgs = {
  first?: Scalars['Int']['input'];
};


/** Rewards of verified tasks. */
export type EarningsRewardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Which share of online slots was at work, 0 to 1, as observed every 5 min. A worker with a task counts as at work with all its slots. */
export type FillRate = {
  __typename?: 'FillRate';
  /** Over all of the time. */
  average: Scalars['Float']['output'];
  /** In the fullest hour. */
  high: Scalars['Float']['output'];
  /** In the emptiest hour. */
  low: Scalars['Float']['output'];
  /** How many observations it rests on: at most 288, those of the last 24 h. */
  observations: Scalars['Int']['output'];
  /** When the first of them was made. */
  since: Scalars['DateTime']['output'];
};

/** What an hour of a worker online should earn, before anything is verified: no promise. */
export type HourlyEstimate = {
  __typename?: 'HourlyEstimate';
  /** When the market was observed; null while it never was. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The bench score it is reckoned with; null until measured. */
  benchScore?: Maybe<Scalars['Float']['output']>;
  /** The bid it is reckoned at, for 3,600 work units. */
  bid: Scalars['MicroUsd']['output'];
  /** At the average fill rate; null while it cannot be known. */
  expected?: Maybe<Scalars['MicroUsd']['output']>;
  /** The fill rate it is reckoned with: that of workers which ask this bid or more; null until observed. */
  fill?: Maybe<FillRate>;
  /** At the fullest hour's fill rate; null while it cannot be known. */
  high?: Maybe<Scalars['MicroUsd']['output']>;
  /** At the emptiest hour's fill rate; null while it cannot be known. */
  low?: Maybe<Scalars['MicroUsd']['output']>;
  /** How it is reckoned, in a sentence. */
  method: Scalars['String']['output'];
  /** Why it cannot be known, in a sentence; null when it is. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Whether fewer than 10 workers were online, so that it rests on little; null while the market was never observed. */
  thin?: Maybe<Scalars['Boolean']['output']>;
};

export type Job = {
  __typename?: 'Job';
  /** What it has cost so far; null until it is funded, and for anyone but its creator. */
  charge?: Maybe<JobCharge>;
  /** Names the job. */
  id: Scalars['ID']['output'];
};

/** What a job costs. Reserved = rewards + fees + left + released. */
export type JobCharge = {
  __typename?: 'JobCharge';
  /** Paid to the platform. */
  fees: Scalars['MicroUsd']['output'];
  /** Given back when it finished. */
  released: Scalars['MicroUsd']['output'];
  /** Set aside when it was funded. */
  reserved: Scalars['MicroUsd']['output'];
  /** Paid to workers. */
  rewards: Scalars['MicroUsd']['output'];
};

/** What workers ask, and how much of them is at work. What is not known yet is null. */
export type Market = {
  __typename?: 'Market';
  /** When it was last observed; null while it never was, which is a minute after the platform's first start. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** What they ask for 3,600 work units on average, each worker weighted by its slots; null when none was online. */
  averageBid?: Maybe<Scalars['MicroUsd']['output']>;
  /** The bench scores of these workers together; null when none has one. */
  benchScore?: Maybe<Scalars['Float']['output']>;
  /** What they ask for 3,600 work units, by percentile; null when none was online. */
  bids?: Maybe<BidPercentiles>;
  /** Which share of online slots was at work in the last 24 h; null until that has been observed for an hour. */
  fill?: Maybe<FillRate>;
  /** How many of these workers have a bench score. */
  measuredWorkers?: Maybe<Scalars['Int']['output']>;
  /** Their slots. */
  onlineSlots?: Maybe<Scalars['Int']['output']>;
  /** Workers that were online and willing to take tasks. */
  onlineWorkers?: Maybe<Scalars['Int']['output']>;
  /** Whether fewer than 10 workers were online, so that all of this rests on little; null while it was never observed. */
  thin?: Maybe<Scalars['Boolean']['output']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Records that a creator paid in, outside the platform. Operators only. The same key again returns the same deposit. Errors: FORBIDDEN, INVALID_INPUT, KEY_REUSED when the key stands for another deposit. */
  recordDeposit: Deposit;
};


export type MutationRecordDepositArgs = {
  accountId: Scalars['ID']['input'];
  amount: Scalars['MicroUsd']['input'];
  key: Scalars['String']['input'];
  reference: Scalars['String']['input'];
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last cursor of the page; null when it is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** A movement of a creator's balance. */
export type Posting = {
  __typename?: 'Posting';
  /** Added to (or, when negative, taken from) what is available. */
  amount: Scalars['MicroUsd']['output'];
  /** The ledger transaction's key. */
  id: Scalars['ID']['output'];
  /** The job it is about; null for a deposit. */
  jobId?: Maybe<Scalars['ID']['output']>;
  /** What happened. */
  kind: PostingKind;
  /** When it was posted. */
  postedAt: Scalars['DateTime']['output'];
  /** What the payment can be found by; null for anything but a deposit. */
  reference?: Maybe<Scalars['String']['output']>;
};

/** A page of postings. */
export type PostingConnection = {
  __typename?: 'PostingConnection';
  /** The postings with their cursors. */
  edges: Array<PostingEdge>;
  /** The postings. */
  nodes: Array<Posting>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A posting in a page. */
export type PostingEdge = {
  __typename?: 'PostingEdge';
  /** Pass it as `after` to continue behind this posting. */
  cursor: Scalars['String']['output'];
  /** The posting. */
  node: Posting;
};

/** What moved a creator's balance. */
export type PostingKind =
  /** A payment recorded by an operator, by hand. */
  | 'DEPOSIT'
  /** What a finished job did not cost came back. */
  | 'RELEASE'
  /** A job's highest cost was set aside. */
  | 'RESERVATION';

export type Provider = {
  __typename?: 'Provider';
  /** What all its workers earned, deleted ones included; null for anyone else. */
  earnings?: Maybe<Earnings>;
  /** The account's id. */
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** What workers ask and how much there is for them to do, observed every 5 min. For everybody who is signed in, and for agents. Errors: UNAUTHENTICATED. */
  market: Market;
};

/** What a verified task paid. */
export type Reward = {
  __typename?: 'Reward';
  /** What was paid. */
  amount: Scalars['MicroUsd']['output'];
  /** The attempt that was verified. */
  attempt?: Maybe<Attempt>;
  /** The bid, for 3,600 work units: amount = floor(milli-units × bid ÷ 3,600,000). */
  bid: Scalars['MicroUsd']['output'];
  /** The ledger transaction's key. */
  id: Scalars['ID']['output'];
  /** Work units, in milli-units. */
  milliUnits: Scalars['Int']['output'];
  /** When it was posted. */
  postedAt: Scalars['DateTime']['output'];
  /** The task, by id. */
  taskId: Scalars['ID']['output'];
  /** The worker that ran it, by id. */
  workerId: Scalars['ID']['output'];
};

/** A page of rewards. */
export type RewardConnection = {
  __typename?: 'RewardConnection';
  /** The rewards with their cursors. */
  edges: Array<RewardEdge>;
  /** The rewards. */
  nodes: Array<Reward>;
  /** Where the page lies. */
  pageInfo: PageInfo;
};

/** A reward in a page. */
export type RewardEdge = {
  __typename?: 'RewardEdge';
  /** Pass it as `after` to continue behind this reward. */
  cursor: Scalars['String']['output'];
  /** The reward. */
  node: Reward;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Each change of the viewer's balance as a creator. */
  balanceChanged: BalanceChange;
  /** Each reward posted to one of the viewer's workers. */
  earned: Earned;
};


export type SubscriptionEarnedArgs = {
  workerId?: InputMaybe<Scalars['ID']['input']>;
};

export type Worker = {
  __typename?: 'Worker';
  benchScore?: Maybe<Scalars['Float']['output']>;
  bid: Scalars['MicroUsd']['output'];
  /** What it earned; null for anyone but its provider. */
  earnings?: Maybe<Earnings>;
  /** What an hour of it online should earn, by the market's last observation. Errors: INVALID_INPUT. */
  hourlyEstimate?: Maybe<HourlyEstimate>;
  /** Names the worker. */
  id: Scalars['ID']['output'];
};


export type WorkerHourlyEstimateArgs = {
  bid?: InputMaybe<Scalars['MicroUsd']['input']>;
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
  Creator: Creator;
  Job: Job;
  Provider: Provider;
  Reward: Reward;
  Worker: Worker;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Creator:
    ( { __typename: 'Creator' }
    & GraphQLRecursivePick<FederationTypes['Creator'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  Provider:
    ( { __typename: 'Provider' }
    & GraphQLRecursivePick<FederationTypes['Provider'], {"id":true}> );
  Reward:
    ( { __typename: 'Reward' }
    & GraphQLRecursivePick<FederationTypes['Reward'], {"id":true}> );
  Worker:
    ( { __typename: 'Worker' }
    & GraphQLRecursivePick<FederationTypes['Worker'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Worker'], {"bid":true,"benchScore":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Attempt: ResolverTypeWrapper<Attempt>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Balance: ResolverTypeWrapper<Balance>;
  BalanceChange: ResolverTypeWrapper<Omit<BalanceChange, 'creator'> & { creator: ResolversTypes['Creator'] }>;
  BidPercentiles: ResolverTypeWrapper<BidPercentiles>;
  Creator: ResolverTypeWrapper<CreatorView>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayEarnings: ResolverTypeWrapper<DayEarnings>;
  Deposit: ResolverTypeWrapper<Deposit>;
  DepositMethod: DepositMethod;
  Earned: ResolverTypeWrapper<Omit<Earned, 'reward' | 'worker'> & { reward: ResolversTypes['Reward'], worker?: Maybe<ResolversTypes['Worker']> }>;
  Earnings: ResolverTypeWrapper<EarningsView>;
  FillRate: ResolverTypeWrapper<FillRate>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HourlyEstimate: ResolverTypeWrapper<HourlyEstimate>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Job: ResolverTypeWrapper<JobView>;
  JobCharge: ResolverTypeWrapper<JobCharge>;
  Market: ResolverTypeWrapper<Market>;
  MicroUsd: ResolverTypeWrapper<Scalars['MicroUsd']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Posting: ResolverTypeWrapper<Posting>;
  PostingConnection: ResolverTypeWrapper<PostingConnection>;
  PostingEdge: ResolverTypeWrapper<PostingEdge>;
  PostingKind: PostingKind;
  Provider: ResolverTypeWrapper<EarnerView>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reward: ResolverTypeWrapper<RewardView>;
  RewardConnection: ResolverTypeWrapper<Omit<RewardConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RewardEdge']>, nodes: Array<ResolversTypes['Reward']> }>;
  RewardEdge: ResolverTypeWrapper<Omit<RewardEdge, 'node'> & { node: ResolversTypes['Reward'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Worker: ResolverTypeWrapper<EarnerView>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Attempt: Attempt;
  ID: Scalars['ID']['output'];
  Balance: Balance;
  BalanceChange: Omit<BalanceChange, 'creator'> & { creator: ResolversParentTypes['Creator'] };
  BidPercentiles: BidPercentiles;
  Creator: CreatorView;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  DateTime: Scalars['DateTime']['output'];
  DayEarnings: DayEarnings;
  Deposit: Deposit;
  Earned: Omit<Earned, 'reward' | 'worker'> & { reward: ResolversParentTypes['Reward'], worker?: Maybe<ResolversParentTypes['Worker']> };
  Earnings: EarningsView;
  FillRate: FillRate;
  Float: Scalars['Float']['output'];
  HourlyEstimate: HourlyEstimate;
  Boolean: Scalars['Boolean']['output'];
  Job: JobView;
  JobCharge: JobCharge;
  Market: Market;
  MicroUsd: Scalars['MicroUsd']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Posting: Posting;
  PostingConnection: PostingConnection;
  PostingEdge: PostingEdge;
  Provider: EarnerView;
  Query: Record<PropertyKey, never>;
  Reward: RewardView;
  RewardConnection: Omit<RewardConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RewardEdge']>, nodes: Array<ResolversParentTypes['Reward']> };
  RewardEdge: Omit<RewardEdge, 'node'> & { node: ResolversParentTypes['Reward'] };
  Subscription: Record<PropertyKey, never>;
  Worker: EarnerView;
};

export type AttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attempt'] = ResolversParentTypes['Attempt']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Balance'] = ResolversParentTypes['Balance']> = {
  available?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
};

export type BalanceChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BalanceChange'] = ResolversParentTypes['BalanceChange']> = {
  creator?: Resolver<ResolversTypes['Creator'], ParentType, ContextType>;
};

export type BidPercentilesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BidPercentiles'] = ResolversParentTypes['BidPercentiles']> = {
  p10?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  p25?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  p50?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  p75?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  p90?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
};

export type CreatorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Creator'] = ResolversParentTypes['Creator'], FederationReferenceType extends FederationReferenceTypes['Creator'] = FederationReferenceTypes['Creator']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Creator']> | FederationReferenceType, FederationReferenceType, ContextType>;
  balance?: Resolver<Maybe<ResolversTypes['Balance']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  postings?: Resolver<Maybe<ResolversTypes['PostingConnection']>, ParentType, ContextType, RequireFields<CreatorPostingsArgs, 'first'>>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayEarningsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayEarnings'] = ResolversParentTypes['DayEarnings']> = {
  amount?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  day?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DepositResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deposit'] = ResolversParentTypes['Deposit']> = {
  accountId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['DepositMethod'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EarnedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Earned'] = ResolversParentTypes['Earned']> = {
  reward?: Resolver<ResolversTypes['Reward'], ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['Worker']>, ParentType, ContextType>;
};

export type EarningsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Earnings'] = ResolversParentTypes['Earnings']> = {
  days?: Resolver<Array<ResolversTypes['DayEarnings']>, ParentType, ContextType, RequireFields<EarningsDaysArgs, 'first'>>;
  rewards?: Resolver<ResolversTypes['RewardConnection'], ParentType, ContextType, RequireFields<EarningsRewardsArgs, 'first'>>;
  taskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  today?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
};

export type FillRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FillRate'] = ResolversParentTypes['FillRate']> = {
  average?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  observations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HourlyEstimateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HourlyEstimate'] = ResolversParentTypes['HourlyEstimate']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  benchScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  expected?: Resolver<Maybe<ResolversTypes['MicroUsd']>, ParentType, ContextType>;
  fill?: Resolver<Maybe<ResolversTypes['FillRate']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['MicroUsd']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['MicroUsd']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type JobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  charge?: Resolver<Maybe<ResolversTypes['JobCharge']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type JobChargeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobCharge'] = ResolversParentTypes['JobCharge']> = {
  fees?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  released?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  rewards?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
};

export type MarketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Market'] = ResolversParentTypes['Market']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  averageBid?: Resolver<Maybe<ResolversTypes['MicroUsd']>, ParentType, ContextType>;
  benchScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bids?: Resolver<Maybe<ResolversTypes['BidPercentiles']>, ParentType, ContextType>;
  fill?: Resolver<Maybe<ResolversTypes['FillRate']>, ParentType, ContextType>;
  measuredWorkers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onlineSlots?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onlineWorkers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  thin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface MicroUsdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MicroUsd'], any> {
  name: 'MicroUsd';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  recordDeposit?: Resolver<ResolversTypes['Deposit'], ParentType, ContextType, RequireFields<MutationRecordDepositArgs, 'accountId' | 'amount' | 'key' | 'reference'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PostingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Posting'] = ResolversParentTypes['Posting']> = {
  amount?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PostingKind'], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PostingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostingConnection'] = ResolversParentTypes['PostingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Posting']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostingEdge'] = ResolversParentTypes['PostingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Posting'], ParentType, ContextType>;
};

export type ProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Provider'] = ResolversParentTypes['Provider'], FederationReferenceType extends FederationReferenceTypes['Provider'] = FederationReferenceTypes['Provider']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Provider']> | FederationReferenceType, FederationReferenceType, ContextType>;
  earnings?: Resolver<Maybe<ResolversTypes['Earnings']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  market?: Resolver<ResolversTypes['Market'], ParentType, ContextType>;
};

export type RewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reward'] = ResolversParentTypes['Reward'], FederationReferenceType extends FederationReferenceTypes['Reward'] = FederationReferenceTypes['Reward']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reward']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  attempt?: Resolver<Maybe<ResolversTypes['Attempt']>, ParentType, ContextType>;
  bid?: Resolver<ResolversTypes['MicroUsd'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  milliUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  postedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  taskId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RewardConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RewardConnection'] = ResolversParentTypes['RewardConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RewardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Reward']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RewardEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RewardEdge'] = ResolversParentTypes['RewardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reward'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  balanceChanged?: SubscriptionResolver<ResolversTypes['BalanceChange'], "balanceChanged", ParentType, ContextType>;
  earned?: SubscriptionResolver<ResolversTypes['Earned'], "earned", ParentType, ContextType, Partial<SubscriptionEarnedArgs>>;
};

export type WorkerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Worker'] = ResolversParentTypes['Worker'], FederationReferenceType extends FederationReferenceTypes['Worker'] = FederationReferenceTypes['Worker']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Worker']> | FederationReferenceType, FederationReferenceType, ContextType>;
  earnings?: Resolver<Maybe<ResolversTypes['Earnings']>, ParentType, ContextType>;
  hourlyEstimate?: Resolver<Maybe<ResolversTypes['HourlyEstimate']>, ParentType, ContextType, Partial<WorkerHourlyEstimateArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Attempt?: AttemptResolvers<ContextType>;
  Balance?: BalanceResolvers<ContextType>;
  BalanceChange?: BalanceChangeResolvers<ContextType>;
  BidPercentiles?: BidPercentilesResolvers<ContextType>;
  Creator?: CreatorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DayEarnings?: DayEarningsResolvers<ContextType>;
  Deposit?: DepositResolvers<ContextType>;
  Earned?: EarnedResolvers<ContextType>;
  Earnings?: EarningsResolvers<ContextType>;
  FillRate?: FillRateResolvers<ContextType>;
  HourlyEstimate?: HourlyEstimateResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  JobCharge?: JobChargeResolvers<ContextType>;
  Market?: MarketResolvers<ContextType>;
  MicroUsd?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Posting?: PostingResolvers<ContextType>;
  PostingConnection?: PostingConnectionResolvers<ContextType>;
  PostingEdge?: PostingEdgeResolvers<ContextType>;
  Provider?: ProviderResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reward?: RewardResolvers<ContextType>;
  RewardConnection?: RewardConnectionResolvers<ContextType>;
  RewardEdge?: RewardEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Worker?: WorkerResolvers<ContextType>;
};

