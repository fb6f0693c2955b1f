import { graphql } from '#lib/generated/index.ts';

/** What of a job changes while it runs. It leaves out what was submitted. */
export const JobLive = graphql(`
  fragment JobLive on Job {
    id
    name
    kind
    state
    reasonCode
    reason
    factor
    progress
    expectedAt
    lacks
    taskCount
    verifiedTaskCount
    milliUnits
    maxCost
    createdAt
    updatedAt
    finishedAt
    result {
      width
    }
    previewUrl
    render {
      frameStart
      frameEnd
      frameStep
      frameCount
      verifiedFrameCount
      width
      height
      samples
      format
      sceneBytes
      sceneVersion
      archive {
        sizeBytes
        url
      }
    }
    charge {
      reserved
      rewards
      fees
      released
    }
  }
`);

/** A job as lists and its page show it. */
export const JobRow = graphql(`
  fragment JobRow on Job {
    ...JobLive
    input {
      width
      height
      sizeBytes
      url
      previewUrl
    }
    result {
      width
      height
      sizeBytes
      url
      previewUrl
    }
  }
`);

/** The creator's balance. */
export const BalanceNow = graphql(`
  fragment BalanceNow on Creator {
    id
    balance {
      available
      reserved
    }
  }
`);

/** A page of the viewer's jobs. */
export const Jobs = graphql(`
  query Jobs($state: [JobState!], $search: String, $first: Int!, $after: String) {
    jobs(state: $state, search: $search, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...JobRow
      }
    }
  }
`);

/** What the viewer can spend, what moved it, and what work is worth. */
export const Purse = graphql(`
  query Purse($postings: Int!) {
    viewer {
      id
      creator {
        ...BalanceNow
        postings(first: $postings) {
          nodes {
            id
            kind
            amount
            jobId
            reference
            postedAt
          }
        }
      }
    }
    prices {
      upscaleMilliUnitsPerMegapixel
      renderMilliUnitsPerMegasample
      renderMilliUnitsPerFrame
      defaultBid
      feeBasisPoints
      assumed
    }
    checker {
      online
      waitingTasks
      kinds
    }
  }
`);

/** One job with its tasks. */
export const JobWhole = graphql(`
  query JobWhole($id: ID!) {
    job(id: $id) {
      ...JobRow
      tasks {
        ...TaskRow
      }
    }
    checker {
      online
      waitingTasks
      kinds
    }
  }
`);

/** A task of a job, as its creator sees it. */
export const TaskRow = graphql(`
  fragment TaskRow on Task {
    id
    kind
    index
    state
    progress
    expectedAt
    milliUnits
    updatedAt
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
    attempts {
      id
      state
      workerAlias
      check
      reward
      reason
      startedAt
      endedAt
    }
  }
`);

/** What a job would take. */
export const EstimateUpscale = graphql(`
  query EstimateUpscale($width: Int!, $height: Int!, $bid: MicroUsd) {
    estimateUpscale(width: $width, height: $height, bid: $bid) {
      milliUnits
      taskCount
      reward
      fee
      maxCost
      method
      assumed
    }
  }
`);

/** Asks for a place to put a picture or a scene. */
export const CreateUpload = graphql(`
  mutation CreateUpload($sizeBytes: Int!, $contentType: String!) {
    createUpload(input: { sizeBytes: $sizeBytes, contentType: $contentType }) {
      assetId
      url
      expiresAt
    }
  }
`);

/** Submits an uploaded picture, or a scene with what to render of it. */
export const SubmitJob = graphql(`
  mutation SubmitJob($key: String!, $name: String!, $assetId: ID!, $render: RenderInput, $bid: MicroUsd) {
    submitJob(input: { key: $key, name: $name, assetId: $assetId, factor: 2, render: $render, bid: $bid }) {
      ...JobRow
    }
  }
`);

/** Ends a job that is not done. */
export const CancelJob = graphql(`
  mutation CancelJob($id: ID!) {
    cancelJob(id: $id) {
      ...JobRow
    }
  }
`);

/** Each change of the viewer's jobs. */
export const JobChanged = graphql(`
  subscription JobChanged {
    jobChanged {
      job {
        ...JobLive
      }
    }
  }
`);

/** Each change of one job, with its tasks. */
export const JobWholeChanged = graphql(`
  subscription JobWholeChanged($id: ID!) {
    jobChanged(jobId: $id) {
      job {
        ...JobLive
        tasks {
          ...TaskRow
        }
      }
    }
  }
`);

/** Each change of the viewer's balance. */
export const BalanceChanged = graphql(`
  subscription BalanceChanged {
    balanceChanged {
      creator {
        ...BalanceNow
      }
    }
  }
`);
