import { graphql } from '#lib/generated/index.ts';

/** One reading of a worker's machine. */
export const ReadingNow = graphql(`
  fragment ReadingNow on Reading {
    at
    gpus {
      index
      uuid
      state
      utilizationPercent
      memoryUsedMiB
      memoryTotalMiB
      temperatureCelsius
      memoryTemperatureCelsius
      powerWatts
      powerLimitWatts
      fanPercent
      smClockMhz
      memoryClockMhz
      pcieGeneration
      pcieGenerationMax
      pcieWidth
      pcieWidthMax
      eccCorrected
      eccUncorrected
      retiredPages
      remappedRows
      repairPending
      throttleReasons
      xids {
        code
        at
      }
    }
    host {
      cpuPercent
      memoryUsedMiB
      memoryTotalMiB
      diskUsedMiB
      diskTotalMiB
      networkInBytesPerSecond
      networkOutBytesPerSecond
      uptimeSeconds
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
