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

const grain = 30_000;

/**
 * The moment so many milliseconds ago, or up to 30 s before: a browser that opens a page asks for what the server has just
 * asked for, and takes the answer from the page.
 */
export function since(milliseconds: number, now = Date.now()): string {
  return new Date(Math.floor((now - milliseconds) / grain) * grain).toISOString();
}

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
