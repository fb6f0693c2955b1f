import { graphql } from '#lib/generated/index.ts';

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
