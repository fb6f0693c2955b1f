import { graphql } from '../generated/gql.ts';

/** Trades an enrolment token for a credential. */
export const enrolWorker = graphql(`
  mutation EnrolWorker($input: EnrolWorkerInput!) {
    enrolWorker(input: $input) {
      credential
      worker {
        id
        name
      }
    }
  }
`);

/** Says that this run of the agent stops. */
export const endRun = graphql(`
  mutation EndRun($run: ID!) {
    endRun(run: $run) {
      id
    }
  }
`);

/** Says what hardware was found. */
export const reportHardware = graphql(`
  mutation ReportHardware($input: HardwareInput!) {
    reportHardware(input: $input) {
      id
    }
  }
`);

// What an agent learns of a lease; the operations below name it.
graphql(`
  fragment LeaseFields on Lease {
    attemptId
    taskId
    token
    slot
    kind
    check
    inputUrl
    inputBytes
    inputSha256
    reward
    render {
      frames
      uploaded
      width
      height
      samples
      format
    }
    upscale {
      factor
      width
      height
      keepTop
      keepHeight
    }
  }
`);

/** Says that the agent is alive, and learns what the platform wants of it. */
export const heartbeat = graphql(`
  mutation Heartbeat($at: DateTime!, $mining: Boolean!, $hold: HoldInput) {
    heartbeat(at: $at, mining: $mining, hold: $hold) {
      watched
      worker {
        id
        name
        status {
          intent
        }
        leases {
          ...LeaseFields
        }
      }
    }
  }
`);

/** What the worker asks, where it is paid, and what an hour should earn. */
export const workerTerms = graphql(`
  query WorkerTerms($id: ID!) {
    worker(id: $id) {
      walletAddress
      bid
      customBid
      benchScore
      hourlyEstimate {
        low
        expected
        high
        reason
        method
        thin
      }
    }
    market {
      averageBid
      asOf
    }
  }
`);

/** Says what the worker asks from now on. */
export const setWorkerBid = graphql(`
  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {
    setWorkerBid(id: $id, bid: $bid) {
      bid
      customBid
    }
  }
`);

/** Stores readings. */
export const recordReadings = graphql(`
  mutation RecordReadings($readings: [ReadingInput!]!) {
    recordReadings(readings: $readings) {
      recorded
    }
  }
`);

/** Hints that someone looks at the worker's readings. */
export const watched = graphql(`
  subscription Watched {
    watched {
      seconds
    }
  }
`);

/** Hints that a task may be waiting. */
export const workAvailable = graphql(`
  subscription WorkAvailable {
    workAvailable {
      at
    }
  }
`);

/** Asks for a task for a slot. */
export const leaseTask = graphql(`
  mutation LeaseTask($slot: Int!, $engines: [EngineInput!]!) {
    leaseTask(slot: $slot, engines: $engines) {
      ...LeaseFields
    }
  }
`);

/** Says how far attempts are, and renews their leases. */
export const reportProgress = graphql(`
  mutation ReportProgress($reports: [ProgressInput!]!) {
    reportProgress(reports: $reports) {
      attemptId
      held
    }
  }
`);

/** Asks where to put a result. */
export const createResultUpload = graphql(`
  mutation CreateResultUpload($input: CreateResultUploadInput!) {
    createResultUpload(input: $input) {
      assetId
      url
    }
  }
`);

/** Asks where to put a frame. */
export const createFrameUpload = graphql(`
  mutation CreateFrameUpload($input: CreateFrameUploadInput!) {
    createFrameUpload(input: $input) {
      assetId
      url
    }
  }
`);

/** Reports a finished attempt. */
export const completeTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      id
      state
    }
  }
`);

/** Reports a failed attempt. */
export const failTask = graphql(`
  mutation FailTask($input: FailTaskInput!) {
    failTask(input: $input) {
      id
      state
    }
  }
`);

/** Says how fast the slots were found to be. */
export const reportBenchmark = graphql(`
  mutation ReportBenchmark($input: BenchmarkInput!) {
    reportBenchmark(input: $input) {
      id
      benchScore
      benchmark {
        assumed
      }
    }
  }
`);

/** Asks for addresses to measure the connection with. */
export const measureConnection = graphql(`
  mutation MeasureConnection {
    measureConnection {
      downloadUrl
      uploadUrl
      uploadBytes
    }
  }
`);

/** Says how fast the connection was found to be. */
export const reportConnection = graphql(`
  mutation ReportConnection($input: ConnectionInput!) {
    reportConnection(input: $input) {
      id
    }
  }
`);

/** Says what was found on this machine. */
export const reportCompliance = graphql(`
  mutation ReportCompliance($checks: [ComplianceCheckInput!]!) {
    reportCompliance(checks: $checks) {
      id
    }
  }
`);
