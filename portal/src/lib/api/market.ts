import { graphql } from '#lib/generated/index.ts';

/** What workers ask, as last observed. */
export const Asked = graphql(`
  fragment Asked on Market {
    asOf
    onlineWorkers
    averageBid
    thin
    bids {
      p10
      p25
      p50
      p75
      p90
    }
  }
`);

/** The market alone. */
export const MarketNow = graphql(`
  query MarketNow {
    market {
      ...Asked
    }
  }
`);

/** What a worker asks, what it should earn at a bid – its own when left out – what others ask, and what is usual. */
export const WorkerTerms = graphql(`
  query WorkerTerms($id: ID!, $bid: MicroUsd) {
    worker(id: $id) {
      id
      bid
      customBid
      benchScore
      hourlyEstimate(bid: $bid) {
        low
        expected
        high
        reason
        bid
        method
        thin
        asOf
      }
    }
    prices {
      defaultBid
    }
    market {
      ...Asked
    }
  }
`);

/** Says what a worker asks; null for the platform's default. */
export const SetWorkerBid = graphql(`
  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {
    setWorkerBid(id: $id, bid: $bid) {
      id
      bid
      customBid
      updatedAt
    }
  }
`);

/** Where the viewer's workers are to be paid. */
export const Wallet = graphql(`
  query Wallet {
    viewer {
      id
      email
      walletAddress
    }
  }
`);

/** Says where the viewer's workers are to be paid; null for nowhere. */
export const SetWalletAddress = graphql(`
  mutation SetWalletAddress($address: String) {
    setWalletAddress(address: $address) {
      id
      walletAddress
    }
  }
`);
