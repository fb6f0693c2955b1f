import { graphql } from '#lib/generated/index.ts';

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
