/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How far an attempt is. */
export type AttemptState =
  /** Ended with its job or its worker. */
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

/** What a job does. */
export type JobKind =
  /** Upscales a picture by a neural network. */
  'UPSCALE';

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

/** What moved a creator's balance. */
export type PostingKind =
  /** A payment recorded by an operator, by hand. */
  | 'DEPOSIT'
  /** What a finished job did not cost came back. */
  | 'RELEASE'
  /** A job's highest cost was set aside. */
  | 'RESERVATION';

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

/** Which way a list runs. */
export type SortOrder =
  /** Smallest, earliest, first in the alphabet. */
  | 'ASC'
  /** The other way. */
  | 'DESC';

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

export type JobLiveFragment = {
  id: string;
  name: string;
  kind: JobKind;
  state: JobState;
  reasonCode: string | null;
  reason: string | null;
  factor: number;
  progress: number;
  expectedAt: string | null;
  taskCount: number;
  verifiedTaskCount: number;
  milliUnits: number;
  maxCost: string;
  createdAt: string;
  updatedAt: string;
  finishedAt: string | null;
  result: { width: number } | null;
  charge: { reserved: string; rewards: string; fees: string; released: string } | null;
};

export type JobRowFragment = {
  id: string;
  name: string;
  kind: JobKind;
  state: JobState;
  reasonCode: string | null;
  reason: string | null;
  factor: number;
  progress: number;
  expectedAt: string | null;
  taskCount: number;
  verifiedTaskCount: number;
  milliUnits: number;
  maxCost: string;
  createdAt: string;
  updatedAt: string;
  finishedAt: string | null;
  input: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string };
  result: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string } | null;
  charge: { reserved: string; rewards: string; fees: string; released: string } | null;
};

export type BalanceNowFragment = { id: string; balance: { available: string; reserved: string } | null };

export type JobsQueryVariables = Exact<{
  state?: Array<JobState> | JobState | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type JobsQuery = {
  jobs: {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Array<{
      id: string;
      name: string;
      kind: JobKind;
      state: JobState;
      reasonCode: string | null;
      reason: string | null;
      factor: number;
      progress: number;
      expectedAt: string | null;
      taskCount: number;
      verifiedTaskCount: number;
      milliUnits: number;
      maxCost: string;
      createdAt: string;
      updatedAt: string;
      finishedAt: string | null;
      input: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string };
      result: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string } | null;
      charge: { reserved: string; rewards: string; fees: string; released: string } | null;
    }>;
  };
};

export type PurseQueryVariables = Exact<{
  postings: number;
}>;

export type PurseQuery = {
  viewer: {
    id: string;
    creator: {
      id: string;
      postings: {
        nodes: Array<{
          id: string;
          kind: PostingKind;
          amount: string;
          jobId: string | null;
          reference: string | null;
          postedAt: string;
        }>;
      } | null;
      balance: { available: string; reserved: string } | null;
    };
  } | null;
  prices: {
    upscaleMilliUnitsPerMegapixel: number;
    defaultBid: string;
    feeBasisPoints: number;
    assumed: boolean;
  };
  checker: { online: boolean; waitingTasks: number };
};

export type JobWholeQueryVariables = Exact<{
  id: string;
}>;

export type JobWholeQuery = {
  job: {
    id: string;
    name: string;
    kind: JobKind;
    state: JobState;
    reasonCode: string | null;
    reason: string | null;
    factor: number;
    progress: number;
    expectedAt: string | null;
    taskCount: number;
    verifiedTaskCount: number;
    milliUnits: number;
    maxCost: string;
    createdAt: string;
    updatedAt: string;
    finishedAt: string | null;
    tasks: Array<{
      id: string;
      index: number;
      state: TaskState;
      progress: number;
      expectedAt: string | null;
      milliUnits: number;
      updatedAt: string;
      band: { top: number; height: number };
      attempts: Array<{
        id: string;
        state: AttemptState;
        workerAlias: string;
        reward: string;
        reason: string | null;
        startedAt: string;
        endedAt: string | null;
      }>;
    }>;
    input: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string };
    result: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string } | null;
    charge: { reserved: string; rewards: string; fees: string; released: string } | null;
  } | null;
  checker: { online: boolean; waitingTasks: number };
};

export type TaskRowFragment = {
  id: string;
  index: number;
  state: TaskState;
  progress: number;
  expectedAt: string | null;
  milliUnits: number;
  updatedAt: string;
  band: { top: number; height: number };
  attempts: Array<{
    id: string;
    state: AttemptState;
    workerAlias: string;
    reward: string;
    reason: string | null;
    startedAt: string;
    endedAt: string | null;
  }>;
};

export type EstimateUpscaleQueryVariables = Exact<{
  width: number;
  height: number;
}>;

export type EstimateUpscaleQuery = {
  estimateUpscale: {
    milliUnits: number;
    taskCount: number;
    reward: string;
    fee: string;
    maxCost: string;
    method: string;
    assumed: boolean;
  };
};

export type CreateUploadMutationVariables = Exact<{
  sizeBytes: number;
  contentType: string;
}>;

export type CreateUploadMutation = { createUpload: { assetId: string; url: string; expiresAt: string } };

export type SubmitJobMutationVariables = Exact<{
  key: string;
  name: string;
  assetId: string;
}>;

export type SubmitJobMutation = {
  submitJob: {
    id: string;
    name: string;
    kind: JobKind;
    state: JobState;
    reasonCode: string | null;
    reason: string | null;
    factor: number;
    progress: number;
    expectedAt: string | null;
    taskCount: number;
    verifiedTaskCount: number;
    milliUnits: number;
    maxCost: string;
    createdAt: string;
    updatedAt: string;
    finishedAt: string | null;
    input: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string };
    result: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string } | null;
    charge: { reserved: string; rewards: string; fees: string; released: string } | null;
  };
};

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;

export type CancelJobMutation = {
  cancelJob: {
    id: string;
    name: string;
    kind: JobKind;
    state: JobState;
    reasonCode: string | null;
    reason: string | null;
    factor: number;
    progress: number;
    expectedAt: string | null;
    taskCount: number;
    verifiedTaskCount: number;
    milliUnits: number;
    maxCost: string;
    createdAt: string;
    updatedAt: string;
    finishedAt: string | null;
    input: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string };
    result: { width: number; height: number; sizeBytes: number; url: string; previewUrl: string } | null;
    charge: { reserved: string; rewards: string; fees: string; released: string } | null;
  };
};

export type JobChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type JobChangedSubscription = {
  jobChanged: {
    job: {
      id: string;
      name: string;
      kind: JobKind;
      state: JobState;
      reasonCode: string | null;
      reason: string | null;
      factor: number;
      progress: number;
      expectedAt: string | null;
      taskCount: number;
      verifiedTaskCount: number;
      milliUnits: number;
      maxCost: string;
      createdAt: string;
      updatedAt: string;
      finishedAt: string | null;
      result: { width: number } | null;
      charge: { reserved: string; rewards: string; fees: string; released: string } | null;
    };
  };
};

export type JobWholeChangedSubscriptionVariables = Exact<{
  id: string;
}>;

export type JobWholeChangedSubscription = {
  jobChanged: {
    job: {
      id: string;
      name: string;
      kind: JobKind;
      state: JobState;
      reasonCode: string | null;
      reason: string | null;
      factor: number;
      progress: number;
      expectedAt: string | null;
      taskCount: number;
      verifiedTaskCount: number;
      milliUnits: number;
      maxCost: string;
      createdAt: string;
      updatedAt: string;
      finishedAt: string | null;
      tasks: Array<{
        id: string;
        index: number;
        state: TaskState;
        progress: number;
        expectedAt: string | null;
        milliUnits: number;
        updatedAt: string;
        band: { top: number; height: number };
        attempts: Array<{
          id: string;
          state: AttemptState;
          workerAlias: string;
          reward: string;
          reason: string | null;
          startedAt: string;
          endedAt: string | null;
        }>;
      }>;
      result: { width: number } | null;
      charge: { reserved: string; rewards: string; fees: string; released: string } | null;
    };
  };
};

export type BalanceChangedSubscriptionVariables = Exact<{ [key: string]: never }>;

export type BalanceChangedSubscription = {
  balanceChanged: { creator: { id: string; balance: { available: string; reserved: string } | null } };
};

export type ViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ViewerQuery = { viewer: { id: string; email: string; roles: Array<Role> } | null };

export type SignUpMutationVariables = Exact<{
  email: string;
  password: string;
}>;

export type SignUpMutation = { signUp: { sessionToken: string; expiresAt: string } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;

export type SignInMutation = { signIn: { sessionToken: string; expiresAt: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never }>;

export type SignOutMutation = { signOut: boolean };

export type WorkerRowFragment = {
  id: string;
  name: string;
  createdAt: string;
  updatedAt: string;
  enrolledAt: string | null;
  lastHeardAt: string | null;
  uptime: number | null;
  status: {
    connectivity: Connectivity;
    health: Health;
    intent: Intent;
    work: Work;
    shown: ShownStatus;
    reason: string | null;
    since: string;
    hottestGpuCelsius: number | null;
  };
  hardware: {
    cpu: string;
    cpuCores: number;
    memoryMiB: number;
    os: string;
    agentVersion: string;
    gpus: Array<{
      index: number;
      uuid: string;
      name: string;
      memoryMiB: number | null;
      driver: string | null;
    }>;
  } | null;
  slots: Array<{ index: number }>;
  earnings: { total: string; today: string; taskCount: number } | null;
  currentTasks: Array<{
    id: string;
    jobId: string;
    kind: JobKind;
    index: number;
    state: TaskState;
    progress: number;
    expectedAt: string | null;
    milliUnits: number;
    band: { top: number; height: number };
  }> | null;
};

export type TaskNowFragment = {
  id: string;
  jobId: string;
  kind: JobKind;
  index: number;
  state: TaskState;
  progress: number;
  expectedAt: string | null;
  milliUnits: number;
  band: { top: number; height: number };
};

export type WorkersQueryVariables = Exact<{
  status?: Array<ShownStatus> | ShownStatus | null | undefined;
  search?: string | null | undefined;
  sort: WorkerSort;
  order: SortOrder;
  first: number;
  after?: string | null | undefined;
}>;

export type WorkersQuery = {
  workers: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: Array<{
      cursor: string;
      node: {
        id: string;
        name: string;
        createdAt: string;
        updatedAt: string;
        enrolledAt: string | null;
        lastHeardAt: string | null;
        uptime: number | null;
        status: {
          connectivity: Connectivity;
          health: Health;
          intent: Intent;
          work: Work;
          shown: ShownStatus;
          reason: string | null;
          since: string;
          hottestGpuCelsius: number | null;
        };
        hardware: {
          cpu: string;
          cpuCores: number;
          memoryMiB: number;
          os: string;
          agentVersion: string;
          gpus: Array<{
            index: number;
            uuid: string;
            name: string;
            memoryMiB: number | null;
            driver: string | null;
          }>;
        } | null;
        slots: Array<{ index: number }>;
        earnings: { total: string; today: string; taskCount: number } | null;
        currentTasks: Array<{
          id: string;
          jobId: string;
          kind: JobKind;
          index: number;
          state: TaskState;
          progress: number;
          expectedAt: string | null;
          milliUnits: number;
          band: { top: number; height: number };
        }> | null;
      };
    }>;
  };
};

export type FleetNowQueryVariables = Exact<{ [key: string]: never }>;

export type FleetNowQuery = {
  fleet: { total: number; counts: Array<{ status: ShownStatus; count: number }> } | null;
  viewer: {
    id: string;
    provider: { id: string; earnings: { total: string; today: string; taskCount: number } | null };
  } | null;
};

export type WorkerHeadQueryVariables = Exact<{
  id: string;
}>;

export type WorkerHeadQuery = {
  worker: {
    bid: string;
    benchScore: number | null;
    computeSeconds: number | null;
    clockSkewMs: number | null;
    id: string;
    name: string;
    createdAt: string;
    updatedAt: string;
    enrolledAt: string | null;
    lastHeardAt: string | null;
    uptime: number | null;
    trust: {
      validInARow: number;
      verified: number;
      refused: number;
      failed: number;
      checkChance: number;
    } | null;
    status: {
      connectivity: Connectivity;
      health: Health;
      intent: Intent;
      work: Work;
      shown: ShownStatus;
      reason: string | null;
      since: string;
      hottestGpuCelsius: number | null;
    };
    hardware: {
      cpu: string;
      cpuCores: number;
      memoryMiB: number;
      os: string;
      agentVersion: string;
      gpus: Array<{
        index: number;
        uuid: string;
        name: string;
        memoryMiB: number | null;
        driver: string | null;
      }>;
    } | null;
    slots: Array<{ index: number }>;
    earnings: { total: string; today: string; taskCount: number } | null;
    currentTasks: Array<{
      id: string;
      jobId: string;
      kind: JobKind;
      index: number;
      state: TaskState;
      progress: number;
      expectedAt: string | null;
      milliUnits: number;
      band: { top: number; height: number };
    }> | null;
  } | null;
};

export type WorkerStatisticsQueryVariables = Exact<{
  id: string;
  days: number;
  attempts: number;
}>;

export type WorkerStatisticsQuery = {
  worker: {
    id: string;
    earnings: {
      total: string;
      today: string;
      taskCount: number;
      days: Array<{ day: string; amount: string; taskCount: number }>;
    } | null;
    attempts: {
      nodes: Array<{
        id: string;
        state: AttemptState;
        progress: number;
        reasonCode: string | null;
        reason: string | null;
        reward: string;
        bid: string;
        milliUnits: number;
        checked: boolean | null;
        agreementDb: number | null;
        startedAt: string;
        endedAt: string | null;
        seconds: number;
        slot: number;
        task: {
          id: string;
          jobId: string;
          kind: JobKind;
          index: number;
          state: TaskState;
          progress: number;
          expectedAt: string | null;
          milliUnits: number;
          band: { top: number; height: number };
        };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  } | null;
};

export type AttemptRowFragment = {
  id: string;
  state: AttemptState;
  progress: number;
  reasonCode: string | null;
  reason: string | null;
  reward: string;
  bid: string;
  milliUnits: number;
  checked: boolean | null;
  agreementDb: number | null;
  startedAt: string;
  endedAt: string | null;
  seconds: number;
  slot: number;
  task: {
    id: string;
    jobId: string;
    kind: JobKind;
    index: number;
    state: TaskState;
    progress: number;
    expectedAt: string | null;
    milliUnits: number;
    band: { top: number; height: number };
  };
};

export type WorkerAttemptsQueryVariables = Exact<{
  id: string;
  state?: Array<AttemptState> | AttemptState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type WorkerAttemptsQuery = {
  worker: {
    id: string;
    attempts: {
      nodes: Array<{
        id: string;
        state: AttemptState;
        progress: number;
        reasonCode: string | null;
        reason: string | null;
        reward: string;
        bid: string;
        milliUnits: number;
        checked: boolean | null;
        agreementDb: number | null;
        startedAt: string;
        endedAt: string | null;
        seconds: number;
        slot: number;
        task: {
          id: string;
          jobId: string;
          kind: JobKind;
          index: number;
          state: TaskState;
          progress: number;
          expectedAt: string | null;
          milliUnits: number;
          band: { top: number; height: number };
        };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  } | null;
};

export type ReadingNowFragment = {
  at: string;
  gpus: Array<{
    index: number;
    uuid: string;
    utilizationPercent: number | null;
    memoryUsedMiB: number | null;
    memoryTotalMiB: number | null;
    temperatureCelsius: number | null;
    powerWatts: number | null;
    powerLimitWatts: number | null;
    fanPercent: number | null;
    smClockMhz: number | null;
    memoryClockMhz: number | null;
  }>;
  host: { cpuPercent: number | null; memoryUsedMiB: number | null; memoryTotalMiB: number | null };
};

export type WorkerReadingsQueryVariables = Exact<{
  id: string;
  from: string;
  most: number;
}>;

export type WorkerReadingsQuery = {
  worker: {
    id: string;
    readings: Array<{
      at: string;
      gpus: Array<{
        index: number;
        uuid: string;
        utilizationPercent: number | null;
        memoryUsedMiB: number | null;
        memoryTotalMiB: number | null;
        temperatureCelsius: number | null;
        powerWatts: number | null;
        powerLimitWatts: number | null;
        fanPercent: number | null;
        smClockMhz: number | null;
        memoryClockMhz: number | null;
      }>;
      host: { cpuPercent: number | null; memoryUsedMiB: number | null; memoryTotalMiB: number | null };
    }> | null;
  } | null;
};

export type CreateWorkerMutationVariables = Exact<{
  name: string;
  key: string;
}>;

export type CreateWorkerMutation = {
  createWorker: {
    worker: {
      id: string;
      name: string;
      createdAt: string;
      updatedAt: string;
      enrolledAt: string | null;
      lastHeardAt: string | null;
      uptime: number | null;
      status: {
        connectivity: Connectivity;
        health: Health;
        intent: Intent;
        work: Work;
        shown: ShownStatus;
        reason: string | null;
        since: string;
        hottestGpuCelsius: number | null;
      };
      hardware: {
        cpu: string;
        cpuCores: number;
        memoryMiB: number;
        os: string;
        agentVersion: string;
        gpus: Array<{
          index: number;
          uuid: string;
          name: string;
          memoryMiB: number | null;
          driver: string | null;
        }>;
      } | null;
      slots: Array<{ index: number }>;
      earnings: { total: string; today: string; taskCount: number } | null;
      currentTasks: Array<{
        id: string;
        jobId: string;
        kind: JobKind;
        index: number;
        state: TaskState;
        progress: number;
        expectedAt: string | null;
        milliUnits: number;
        band: { top: number; height: number };
      }> | null;
    };
    configuration: { fileName: string; content: string; expiresAt: string };
  };
};

export type RenewConfigurationMutationVariables = Exact<{
  id: string;
}>;

export type RenewConfigurationMutation = {
  renewConfiguration: { fileName: string; content: string; expiresAt: string };
};

export type RenameWorkerMutationVariables = Exact<{
  id: string;
  name: string;
}>;

export type RenameWorkerMutation = { renameWorker: { id: string; name: string; updatedAt: string } };

export type SetWorkerIntentMutationVariables = Exact<{
  id: string;
  intent: Intent;
}>;

export type SetWorkerIntentMutation = {
  setWorkerIntent: {
    id: string;
    updatedAt: string;
    status: {
      connectivity: Connectivity;
      health: Health;
      intent: Intent;
      work: Work;
      shown: ShownStatus;
      reason: string | null;
      since: string;
      hottestGpuCelsius: number | null;
    };
  };
};

export type DeleteWorkerMutationVariables = Exact<{
  id: string;
}>;

export type DeleteWorkerMutation = { deleteWorker: boolean };

export type WorkerChangedSubscriptionVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
}>;

export type WorkerChangedSubscription = {
  workerChanged: {
    workerId: string;
    deleted: boolean;
    worker: {
      id: string;
      name: string;
      createdAt: string;
      updatedAt: string;
      enrolledAt: string | null;
      lastHeardAt: string | null;
      uptime: number | null;
      status: {
        connectivity: Connectivity;
        health: Health;
        intent: Intent;
        work: Work;
        shown: ShownStatus;
        reason: string | null;
        since: string;
        hottestGpuCelsius: number | null;
      };
      hardware: {
        cpu: string;
        cpuCores: number;
        memoryMiB: number;
        os: string;
        agentVersion: string;
        gpus: Array<{
          index: number;
          uuid: string;
          name: string;
          memoryMiB: number | null;
          driver: string | null;
        }>;
      } | null;
      slots: Array<{ index: number }>;
      earnings: { total: string; today: string; taskCount: number } | null;
      currentTasks: Array<{
        id: string;
        jobId: string;
        kind: JobKind;
        index: number;
        state: TaskState;
        progress: number;
        expectedAt: string | null;
        milliUnits: number;
        band: { top: number; height: number };
      }> | null;
    } | null;
  };
};

export type ReadingRecordedSubscriptionVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
}>;

export type ReadingRecordedSubscription = {
  readingRecorded: {
    worker: { id: string; lastHeardAt: string | null; uptime: number | null } | null;
    reading: {
      at: string;
      gpus: Array<{
        index: number;
        uuid: string;
        utilizationPercent: number | null;
        memoryUsedMiB: number | null;
        memoryTotalMiB: number | null;
        temperatureCelsius: number | null;
        powerWatts: number | null;
        powerLimitWatts: number | null;
        fanPercent: number | null;
        smClockMhz: number | null;
        memoryClockMhz: number | null;
      }>;
      host: { cpuPercent: number | null; memoryUsedMiB: number | null; memoryTotalMiB: number | null };
    };
  };
};

export type AttemptChangedSubscriptionVariables = Exact<{
  workerId?: string | null | undefined;
}>;

export type AttemptChangedSubscription = {
  attemptChanged: {
    attempt: {
      id: string;
      state: AttemptState;
      progress: number;
      reasonCode: string | null;
      reason: string | null;
      reward: string;
      bid: string;
      milliUnits: number;
      checked: boolean | null;
      agreementDb: number | null;
      startedAt: string;
      endedAt: string | null;
      seconds: number;
      slot: number;
      worker: {
        id: string;
        currentTasks: Array<{
          id: string;
          jobId: string;
          kind: JobKind;
          index: number;
          state: TaskState;
          progress: number;
          expectedAt: string | null;
          milliUnits: number;
          band: { top: number; height: number };
        }> | null;
      } | null;
      task: {
        id: string;
        jobId: string;
        kind: JobKind;
        index: number;
        state: TaskState;
        progress: number;
        expectedAt: string | null;
        milliUnits: number;
        band: { top: number; height: number };
      };
    };
  };
};

export type EarnedNowSubscriptionVariables = Exact<{
  workerId?: string | null | undefined;
}>;

export type EarnedNowSubscription = {
  earned: {
    reward: { id: string; amount: string; postedAt: string };
    worker: {
      id: string;
      earnings: { total: string; today: string; taskCount: number } | null;
      provider: { id: string; earnings: { total: string; today: string; taskCount: number } | null };
    } | null;
  };
};

export const JobLiveFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JobLiveFragment, unknown>;
export const JobRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'input' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JobRowFragment, unknown>;
export const BalanceNowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'BalanceNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Creator' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'balance' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'available' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BalanceNowFragment, unknown>;
export const TaskRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'attempts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                { kind: 'Field', name: { kind: 'Name', value: 'workerAlias' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
                { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TaskRowFragment, unknown>;
export const TaskNowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TaskNowFragment, unknown>;
export const WorkerRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkerRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Worker' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'enrolledAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lastHeardAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'uptime' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'status' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'connectivity' } },
                { kind: 'Field', name: { kind: 'Name', value: 'health' } },
                { kind: 'Field', name: { kind: 'Name', value: 'intent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'work' } },
                { kind: 'Field', name: { kind: 'Name', value: 'shown' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hottestGpuCelsius' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'hardware' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'gpus' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'driver' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'cpu' } },
                { kind: 'Field', name: { kind: 'Name', value: 'cpuCores' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'os' } },
                { kind: 'Field', name: { kind: 'Name', value: 'agentVersion' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'slots' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'index' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earnings' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'currentTasks' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkerRowFragment, unknown>;
export const AttemptRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AttemptRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Attempt' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
          { kind: 'Field', name: { kind: 'Name', value: 'bid' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'checked' } },
          { kind: 'Field', name: { kind: 'Name', value: 'agreementDb' } },
          { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'seconds' } },
          { kind: 'Field', name: { kind: 'Name', value: 'slot' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'task' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AttemptRowFragment, unknown>;
export const ReadingNowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'ReadingNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Reading' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'at' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'gpus' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                { kind: 'Field', name: { kind: 'Name', value: 'utilizationPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryUsedMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryTotalMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'temperatureCelsius' } },
                { kind: 'Field', name: { kind: 'Name', value: 'powerWatts' } },
                { kind: 'Field', name: { kind: 'Name', value: 'powerLimitWatts' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fanPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'smClockMhz' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryClockMhz' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'host' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'cpuPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryUsedMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryTotalMiB' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReadingNowFragment, unknown>;
export const JobsDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Jobs' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'state' } },
          type: {
            kind: 'ListType',
            type: {
              kind: 'NonNullType',
              type: { kind: 'NamedType', name: { kind: 'Name', value: 'JobState' } },
            },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'search' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'jobs' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'state' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'state' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'search' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'search' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobRow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'input' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JobsQuery, JobsQueryVariables>;
export const PurseDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Purse' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'postings' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'viewer' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'creator' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'BalanceNow' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'postings' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'first' },
                            value: { kind: 'Variable', name: { kind: 'Name', value: 'postings' } },
                          },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'nodes' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'amount' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'reference' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'postedAt' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'prices' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'upscaleMilliUnitsPerMegapixel' } },
                { kind: 'Field', name: { kind: 'Name', value: 'defaultBid' } },
                { kind: 'Field', name: { kind: 'Name', value: 'feeBasisPoints' } },
                { kind: 'Field', name: { kind: 'Name', value: 'assumed' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'checker' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'online' } },
                { kind: 'Field', name: { kind: 'Name', value: 'waitingTasks' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'BalanceNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Creator' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'balance' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'available' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PurseQuery, PurseQueryVariables>;
export const JobWholeDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'JobWhole' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'job' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobRow' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'tasks' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'checker' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'online' } },
                { kind: 'Field', name: { kind: 'Name', value: 'waitingTasks' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'input' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'attempts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                { kind: 'Field', name: { kind: 'Name', value: 'workerAlias' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
                { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JobWholeQuery, JobWholeQueryVariables>;
export const EstimateUpscaleDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'EstimateUpscale' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'width' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'height' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'estimateUpscale' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'width' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'width' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'height' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'height' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
                { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fee' } },
                { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
                { kind: 'Field', name: { kind: 'Name', value: 'method' } },
                { kind: 'Field', name: { kind: 'Name', value: 'assumed' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EstimateUpscaleQuery, EstimateUpscaleQueryVariables>;
export const CreateUploadDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'CreateUpload' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'sizeBytes' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'contentType' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'createUpload' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'sizeBytes' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'sizeBytes' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'contentType' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'contentType' } },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'assetId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'expiresAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const SubmitJobDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'SubmitJob' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'key' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'name' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'assetId' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'submitJob' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'key' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'key' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'name' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'name' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'assetId' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'assetId' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'factor' },
                      value: { kind: 'IntValue', value: '2' },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobRow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'input' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SubmitJobMutation, SubmitJobMutationVariables>;
export const CancelJobDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'CancelJob' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'cancelJob' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobRow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'input' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'width' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sizeBytes' } },
                { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                { kind: 'Field', name: { kind: 'Name', value: 'previewUrl' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CancelJobMutation, CancelJobMutationVariables>;
export const JobChangedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'JobChanged' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'jobChanged' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'job' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JobChangedSubscription, JobChangedSubscriptionVariables>;
export const JobWholeChangedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'JobWholeChanged' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'jobChanged' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'jobId' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'job' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'JobLive' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'tasks' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskRow' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'JobLive' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Job' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'factor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'verifiedTaskCount' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'maxCost' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'finishedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'result' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'width' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'charge' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
                { kind: 'Field', name: { kind: 'Name', value: 'rewards' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fees' } },
                { kind: 'Field', name: { kind: 'Name', value: 'released' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'attempts' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                { kind: 'Field', name: { kind: 'Name', value: 'workerAlias' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
                { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JobWholeChangedSubscription, JobWholeChangedSubscriptionVariables>;
export const BalanceChangedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'BalanceChanged' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'balanceChanged' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'creator' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'BalanceNow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'BalanceNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Creator' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'balance' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'available' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reserved' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BalanceChangedSubscription, BalanceChangedSubscriptionVariables>;
export const ViewerDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Viewer' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'viewer' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'email' } },
                { kind: 'Field', name: { kind: 'Name', value: 'roles' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SignUpDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'SignUp' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'email' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'password' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'signUp' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'email' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'email' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'password' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'password' } },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'sessionToken' } },
                { kind: 'Field', name: { kind: 'Name', value: 'expiresAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const SignInDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'SignIn' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'email' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'password' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'signIn' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'email' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'email' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'password' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'password' } },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'sessionToken' } },
                { kind: 'Field', name: { kind: 'Name', value: 'expiresAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'SignOut' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [{ kind: 'Field', name: { kind: 'Name', value: 'signOut' } }],
      },
    },
  ],
} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const WorkersDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Workers' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'status' } },
          type: {
            kind: 'ListType',
            type: {
              kind: 'NonNullType',
              type: { kind: 'NamedType', name: { kind: 'Name', value: 'ShownStatus' } },
            },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'search' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'sort' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'WorkerSort' } },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'order' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'SortOrder' } },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'workers' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'status' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'status' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'search' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'search' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'sort' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'sort' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'order' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'order' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'edges' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'cursor' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'node' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkerRow' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkerRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Worker' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'enrolledAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lastHeardAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'uptime' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'status' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'connectivity' } },
                { kind: 'Field', name: { kind: 'Name', value: 'health' } },
                { kind: 'Field', name: { kind: 'Name', value: 'intent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'work' } },
                { kind: 'Field', name: { kind: 'Name', value: 'shown' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hottestGpuCelsius' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'hardware' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'gpus' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'driver' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'cpu' } },
                { kind: 'Field', name: { kind: 'Name', value: 'cpuCores' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'os' } },
                { kind: 'Field', name: { kind: 'Name', value: 'agentVersion' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'slots' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'index' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earnings' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'currentTasks' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkersQuery, WorkersQueryVariables>;
export const FleetNowDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'FleetNow' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'fleet' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'counts' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'status' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'count' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'viewer' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'provider' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'earnings' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FleetNowQuery, FleetNowQueryVariables>;
export const WorkerHeadDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'WorkerHead' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'worker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkerRow' } },
                { kind: 'Field', name: { kind: 'Name', value: 'bid' } },
                { kind: 'Field', name: { kind: 'Name', value: 'benchScore' } },
                { kind: 'Field', name: { kind: 'Name', value: 'computeSeconds' } },
                { kind: 'Field', name: { kind: 'Name', value: 'clockSkewMs' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'trust' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'validInARow' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'verified' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'refused' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'failed' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'checkChance' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkerRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Worker' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'enrolledAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lastHeardAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'uptime' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'status' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'connectivity' } },
                { kind: 'Field', name: { kind: 'Name', value: 'health' } },
                { kind: 'Field', name: { kind: 'Name', value: 'intent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'work' } },
                { kind: 'Field', name: { kind: 'Name', value: 'shown' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hottestGpuCelsius' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'hardware' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'gpus' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'driver' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'cpu' } },
                { kind: 'Field', name: { kind: 'Name', value: 'cpuCores' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'os' } },
                { kind: 'Field', name: { kind: 'Name', value: 'agentVersion' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'slots' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'index' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earnings' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'currentTasks' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkerHeadQuery, WorkerHeadQueryVariables>;
export const WorkerStatisticsDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'WorkerStatistics' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'days' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'attempts' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'worker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'earnings' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'days' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'first' },
                            value: { kind: 'Variable', name: { kind: 'Name', value: 'days' } },
                          },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'day' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'amount' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'attempts' },
                  arguments: [
                    {
                      kind: 'Argument',
                      name: { kind: 'Name', value: 'first' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'attempts' } },
                    },
                  ],
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'nodes' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'AttemptRow' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'pageInfo' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AttemptRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Attempt' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
          { kind: 'Field', name: { kind: 'Name', value: 'bid' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'checked' } },
          { kind: 'Field', name: { kind: 'Name', value: 'agreementDb' } },
          { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'seconds' } },
          { kind: 'Field', name: { kind: 'Name', value: 'slot' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'task' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkerStatisticsQuery, WorkerStatisticsQueryVariables>;
export const WorkerAttemptsDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'WorkerAttempts' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'state' } },
          type: {
            kind: 'ListType',
            type: {
              kind: 'NonNullType',
              type: { kind: 'NamedType', name: { kind: 'Name', value: 'AttemptState' } },
            },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'worker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'attempts' },
                  arguments: [
                    {
                      kind: 'Argument',
                      name: { kind: 'Name', value: 'state' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'state' } },
                    },
                    {
                      kind: 'Argument',
                      name: { kind: 'Name', value: 'first' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
                    },
                    {
                      kind: 'Argument',
                      name: { kind: 'Name', value: 'after' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
                    },
                  ],
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'nodes' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'AttemptRow' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'pageInfo' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AttemptRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Attempt' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
          { kind: 'Field', name: { kind: 'Name', value: 'bid' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'checked' } },
          { kind: 'Field', name: { kind: 'Name', value: 'agreementDb' } },
          { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'seconds' } },
          { kind: 'Field', name: { kind: 'Name', value: 'slot' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'task' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkerAttemptsQuery, WorkerAttemptsQueryVariables>;
export const WorkerReadingsDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'WorkerReadings' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'from' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'most' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'worker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'readings' },
                  arguments: [
                    {
                      kind: 'Argument',
                      name: { kind: 'Name', value: 'from' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'from' } },
                    },
                    {
                      kind: 'Argument',
                      name: { kind: 'Name', value: 'most' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'most' } },
                    },
                  ],
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'ReadingNow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'ReadingNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Reading' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'at' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'gpus' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                { kind: 'Field', name: { kind: 'Name', value: 'utilizationPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryUsedMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryTotalMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'temperatureCelsius' } },
                { kind: 'Field', name: { kind: 'Name', value: 'powerWatts' } },
                { kind: 'Field', name: { kind: 'Name', value: 'powerLimitWatts' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fanPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'smClockMhz' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryClockMhz' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'host' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'cpuPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryUsedMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryTotalMiB' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkerReadingsQuery, WorkerReadingsQueryVariables>;
export const CreateWorkerDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'CreateWorker' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'name' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'key' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'createWorker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'name' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'name' } },
                    },
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'key' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'key' } },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'worker' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkerRow' } }],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'configuration' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'fileName' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'content' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'expiresAt' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkerRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Worker' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'enrolledAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lastHeardAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'uptime' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'status' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'connectivity' } },
                { kind: 'Field', name: { kind: 'Name', value: 'health' } },
                { kind: 'Field', name: { kind: 'Name', value: 'intent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'work' } },
                { kind: 'Field', name: { kind: 'Name', value: 'shown' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hottestGpuCelsius' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'hardware' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'gpus' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'driver' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'cpu' } },
                { kind: 'Field', name: { kind: 'Name', value: 'cpuCores' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'os' } },
                { kind: 'Field', name: { kind: 'Name', value: 'agentVersion' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'slots' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'index' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earnings' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'currentTasks' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateWorkerMutation, CreateWorkerMutationVariables>;
export const RenewConfigurationDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'RenewConfiguration' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'renewConfiguration' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'workerId' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'fileName' } },
                { kind: 'Field', name: { kind: 'Name', value: 'content' } },
                { kind: 'Field', name: { kind: 'Name', value: 'expiresAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RenewConfigurationMutation, RenewConfigurationMutationVariables>;
export const RenameWorkerDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'RenameWorker' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'name' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'renameWorker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'name' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'name' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RenameWorkerMutation, RenameWorkerMutationVariables>;
export const SetWorkerIntentDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'SetWorkerIntent' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'intent' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Intent' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'setWorkerIntent' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'intent' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'intent' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'status' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'connectivity' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'health' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'intent' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'work' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'shown' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hottestGpuCelsius' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SetWorkerIntentMutation, SetWorkerIntentMutationVariables>;
export const DeleteWorkerDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'DeleteWorker' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'deleteWorker' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'id' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
              },
            ],
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteWorkerMutation, DeleteWorkerMutationVariables>;
export const WorkerChangedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'WorkerChanged' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'ids' } },
          type: {
            kind: 'ListType',
            type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'workerChanged' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'workerIds' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'ids' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'workerId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'deleted' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'worker' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkerRow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkerRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Worker' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'updatedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'enrolledAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lastHeardAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'uptime' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'status' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'connectivity' } },
                { kind: 'Field', name: { kind: 'Name', value: 'health' } },
                { kind: 'Field', name: { kind: 'Name', value: 'intent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'work' } },
                { kind: 'Field', name: { kind: 'Name', value: 'shown' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                { kind: 'Field', name: { kind: 'Name', value: 'hottestGpuCelsius' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'hardware' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'gpus' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'driver' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'cpu' } },
                { kind: 'Field', name: { kind: 'Name', value: 'cpuCores' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'os' } },
                { kind: 'Field', name: { kind: 'Name', value: 'agentVersion' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'slots' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'Field', name: { kind: 'Name', value: 'index' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earnings' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'currentTasks' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<WorkerChangedSubscription, WorkerChangedSubscriptionVariables>;
export const ReadingRecordedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'ReadingRecorded' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'ids' } },
          type: {
            kind: 'ListType',
            type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'readingRecorded' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'workerIds' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'ids' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'worker' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'lastHeardAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'uptime' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'reading' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'ReadingNow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'ReadingNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Reading' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'at' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'gpus' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'index' } },
                { kind: 'Field', name: { kind: 'Name', value: 'uuid' } },
                { kind: 'Field', name: { kind: 'Name', value: 'utilizationPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryUsedMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryTotalMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'temperatureCelsius' } },
                { kind: 'Field', name: { kind: 'Name', value: 'powerWatts' } },
                { kind: 'Field', name: { kind: 'Name', value: 'powerLimitWatts' } },
                { kind: 'Field', name: { kind: 'Name', value: 'fanPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'smClockMhz' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryClockMhz' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'host' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'cpuPercent' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryUsedMiB' } },
                { kind: 'Field', name: { kind: 'Name', value: 'memoryTotalMiB' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReadingRecordedSubscription, ReadingRecordedSubscriptionVariables>;
export const AttemptChangedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'AttemptChanged' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'workerId' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'attemptChanged' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'workerId' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'workerId' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'attempt' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'AttemptRow' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'worker' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'currentTasks' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TaskNow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Task' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'jobId' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'index' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'expectedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'band' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'top' } },
                { kind: 'Field', name: { kind: 'Name', value: 'height' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AttemptRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Attempt' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reasonCode' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reward' } },
          { kind: 'Field', name: { kind: 'Name', value: 'bid' } },
          { kind: 'Field', name: { kind: 'Name', value: 'milliUnits' } },
          { kind: 'Field', name: { kind: 'Name', value: 'checked' } },
          { kind: 'Field', name: { kind: 'Name', value: 'agreementDb' } },
          { kind: 'Field', name: { kind: 'Name', value: 'startedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'endedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'seconds' } },
          { kind: 'Field', name: { kind: 'Name', value: 'slot' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'task' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TaskNow' } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AttemptChangedSubscription, AttemptChangedSubscriptionVariables>;
export const EarnedNowDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'EarnedNow' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'workerId' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earned' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'workerId' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'workerId' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'reward' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'amount' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'postedAt' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'worker' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'earnings' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'provider' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'earnings' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'total' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'today' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'taskCount' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<EarnedNowSubscription, EarnedNowSubscriptionVariables>;
