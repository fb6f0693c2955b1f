import { graphql } from '#lib/generated/index.ts';

/** A worker as lists and heads show it. */
export const WorkerRow = graphql(`
  fragment WorkerRow on Worker {
    id
    name
    createdAt
    updatedAt
    enrolledAt
    lastHeardAt
    uptime
    status {
      connectivity
      health
      intent
      work
      shown
      reason
      since
      hottestGpuCelsius
    }
    hardware {
      gpus {
        index
        uuid
        name
        memoryMiB
        driver
      }
      cpu
      cpuCores
      memoryMiB
      os
      agentVersion
    }
    slots {
      index
    }
    earnings {
      total
      today
      taskCount
    }
    currentTasks {
      ...TaskNow
    }
  }
`);

/** A task at work. */
export const TaskNow = graphql(`
  fragment TaskNow on Task {
    id
    jobId
    kind
    index
    state
    progress
    expectedAt
    milliUnits
    band {
      top
      height
    }
  }
`);

/** A page of the viewer's workers and what all of them earned. */
export const Workers = graphql(`
  query Workers(
    $status: [ShownStatus!]
    $search: String
    $sort: WorkerSort!
    $order: SortOrder!
    $first: Int!
    $after: String
  ) {
    workers(status: $status, search: $search, sort: $sort, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...WorkerRow
        }
      }
    }
  }
`);

/** How the viewer's workers stand, and what they earned. */
export const FleetNow = graphql(`
  query FleetNow {
    fleet {
      total
      counts {
        status
        count
      }
    }
    viewer {
      id
      provider {
        id
        earnings {
          total
          today
          taskCount
        }
      }
    }
  }
`);

/** One worker, as its pages' head shows it. */
export const WorkerHead = graphql(`
  query WorkerHead($id: ID!) {
    worker(id: $id) {
      ...WorkerRow
      bid
      benchScore
      computeSeconds
      clockSkewMs
      trust {
        validInARow
        verified
        refused
        failed
        checkChance
      }
    }
  }
`);

/** What a worker earned, day by day, and its latest attempts. */
export const WorkerStatistics = graphql(`
  query WorkerStatistics($id: ID!, $days: Int!, $attempts: Int!) {
    worker(id: $id) {
      id
      earnings {
        total
        today
        taskCount
        days(first: $days) {
          day
          amount
          taskCount
        }
      }
      attempts(first: $attempts) {
        nodes {
          ...AttemptRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** A try at a task, as its worker's provider sees it. */
export const AttemptRow = graphql(`
  fragment AttemptRow on Attempt {
    id
    state
    progress
    reasonCode
    reason
    reward
    bid
    milliUnits
    checked
    agreementDb
    startedAt
    endedAt
    seconds
    slot
    task {
      ...TaskNow
    }
  }
`);

/** A page of a worker's attempts. */
export const WorkerAttempts = graphql(`
  query WorkerAttempts($id: ID!, $state: [AttemptState!], $first: Int!, $after: String) {
    worker(id: $id) {
      id
      attempts(state: $state, first: $first, after: $after) {
        nodes {
          ...AttemptRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** One reading of a worker's machine. */
export const ReadingNow = graphql(`
  fragment ReadingNow on Reading {
    at
    gpus {
      index
      uuid
      utilizationPercent
      memoryUsedMiB
      memoryTotalMiB
      temperatureCelsius
      powerWatts
      powerLimitWatts
      fanPercent
      smClockMhz
      memoryClockMhz
    }
    host {
      cpuPercent
      memoryUsedMiB
      memoryTotalMiB
    }
  }
`);

/** The readings of a worker since a moment. */
export const WorkerReadings = graphql(`
  query WorkerReadings($id: ID!, $from: DateTime!, $most: Int!) {
    worker(id: $id) {
      id
      readings(from: $from, most: $most) {
        ...ReadingNow
      }
    }
  }
`);

/** Makes a worker and its configuration. */
export const CreateWorker = graphql(`
  mutation CreateWorker($name: String!, $key: String!) {
    createWorker(input: { name: $name, key: $key }) {
      worker {
        ...WorkerRow
      }
      configuration {
        fileName
        content
        expiresAt
      }
    }
  }
`);

/** Makes a new configuration for a worker that is not enrolled yet. */
export const RenewConfiguration = graphql(`
  mutation RenewConfiguration($id: ID!) {
    renewConfiguration(workerId: $id) {
      fileName
      content
      expiresAt
    }
  }
`);

/** Gives a worker another name. */
export const RenameWorker = graphql(`
  mutation RenameWorker($id: ID!, $name: String!) {
    renameWorker(id: $id, name: $name) {
      id
      name
      updatedAt
    }
  }
`);

/** Says what a worker should do from now on. */
export const SetWorkerIntent = graphql(`
  mutation SetWorkerIntent($id: ID!, $intent: Intent!) {
    setWorkerIntent(id: $id, intent: $intent) {
      id
      updatedAt
      status {
        connectivity
        health
        intent
        work
        shown
        reason
        since
        hottestGpuCelsius
      }
    }
  }
`);

/** Deletes a worker. */
export const DeleteWorker = graphql(`
  mutation DeleteWorker($id: ID!) {
    deleteWorker(id: $id)
  }
`);

/** Each change of the viewer's workers. */
export const WorkerChanged = graphql(`
  subscription WorkerChanged($ids: [ID!]) {
    workerChanged(workerIds: $ids) {
      workerId
      deleted
      worker {
        ...WorkerRow
      }
    }
  }
`);

/** Each reading of some workers, with what else a reading tells is alive. */
export const ReadingRecorded = graphql(`
  subscription ReadingRecorded($ids: [ID!]) {
    readingRecorded(workerIds: $ids) {
      worker {
        id
        lastHeardAt
        uptime
      }
      reading {
        ...ReadingNow
      }
    }
  }
`);

/** Each change of an attempt by one of the viewer's workers. */
export const AttemptChanged = graphql(`
  subscription AttemptChanged($workerId: ID) {
    attemptChanged(workerId: $workerId) {
      attempt {
        ...AttemptRow
        worker {
          id
          currentTasks {
            ...TaskNow
          }
        }
      }
    }
  }
`);

/** Each reward posted to one of the viewer's workers. */
export const EarnedNow = graphql(`
  subscription EarnedNow($workerId: ID) {
    earned(workerId: $workerId) {
      reward {
        id
        amount
        postedAt
      }
      worker {
        id
        earnings {
          total
          today
          taskCount
        }
        provider {
          id
          earnings {
            total
            today
            taskCount
          }
        }
      }
    }
  }
`);
