import { graphql } from '#lib/generated/index.ts';

/** What a render job would take. */
export const EstimateRender = graphql(`
  query EstimateRender($input: RenderInput!, $bid: MicroUsd) {
    estimateRender(input: $input, bid: $bid) {
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

/** Some frames of a render job, after a number. */
export const JobFrames = graphql(`
  query JobFrames($id: ID!, $first: Int!, $after: Int) {
    job(id: $id) {
      id
      render {
        frames(first: $first, after: $after) {
          ...FrameNow
        }
      }
    }
  }
`);

/** A frame as its job's page shows it. */
export const FrameNow = graphql(`
  fragment FrameNow on Frame {
    number
    state
    progress
    expectedAt
    previewUrl
    file {
      url
      sizeBytes
    }
  }
`);
