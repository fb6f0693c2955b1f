import type { FakeRecords } from './FakeRecords.ts';

/** The worker of a fake platform, as far as it asks and earns. */
export function termsOf({ customBid }: FakeRecords) {
  const bid = customBid ?? '500000';
  return {
    id: 'w1',
    walletAddress: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    ...{ bid, customBid, benchScore: 800 },
    hourlyEstimate: {
      ...{ low: '40000', expected: '160000', high: '360000', reason: null },
      ...{ method: 'By the method of this test.', thin: true },
    },
  };
}

/** The queries of a fake platform. */
export function fakeTerms(records: FakeRecords) {
  return {
    worker: () => termsOf(records),
    market: { asOf: '2026-01-01T00:00:00.000Z', averageBid: '450000' },
  };
}
