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
      hold {
        until
      }
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
        compute
        takesTasks
      }
      cpu
      cpuCores
      memoryMiB
      os
      kernel
      agentVersion
      timeZone
    }
    slots {
      index
      gpu {
        takesTasks
      }
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
    frames {
      start
      end
      step
      count
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
      benchmark {
        score
        assumed
        takenAt
        agentVersion
        slots {
          slot
          score
          driver
          results {
            kind
            perSecond
            score
            engine
            model
            device
          }
        }
      }
      connection {
        downloadMbps
        uploadMbps
        latencyMs
        measuredAt
      }
      compliance {
        passed
        checks {
          code
          passed
          finding
          advice
          checkedAt
        }
      }
      location {
        place
        country
        statedAt
      }
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

/** States where a worker stands, or takes that back. */
export const SetWorkerLocation = graphql(`
  mutation SetWorkerLocation($id: ID!, $location: LocationInput) {
    setWorkerLocation(id: $id, location: $location) {
      id
      updatedAt
      location {
        place
        country
        statedAt
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
