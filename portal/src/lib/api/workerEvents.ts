import { graphql } from '#lib/generated/index.ts';

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
