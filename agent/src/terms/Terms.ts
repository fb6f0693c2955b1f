import { z } from 'zod';

const microUsd = z.string().regex(/^\d{1,18}$/);

/** What the platform last said of what the worker asks and earns; money in micro-dollars, as decimal text. */
export const termsSchema = z.object({
  /** When the platform said it, as an ISO text. */
  at: z.string(),
  /** Where its provider is to be paid; null when that is not set. */
  walletAddress: z.string().nullable(),
  /** What it asks for 3,600 work units, and the bid set for it; null when it asks the platform's default. */
  bid: microUsd,
  customBid: microUsd.nullable(),
  /** 1000 is the reference GPU; null until measured. */
  benchScore: z.number().nullable(),
  /** What online workers ask on average; null while the market was not observed. */
  averageBid: microUsd.nullable(),
  /** When the market was observed; null while it never was. */
  marketAt: z.string().nullable(),
  /** What an hour online should earn; null when the platform does not say. */
  estimate: z
    .object({
      low: microUsd.nullable(),
      expected: microUsd.nullable(),
      high: microUsd.nullable(),
      /** Why it is not known; null when it is. */
      reason: z.string().nullable(),
      method: z.string(),
      thin: z.boolean().nullable(),
    })
    .nullable(),
});

/** What the platform last said of what the worker asks and earns. */
export type Terms = z.infer<typeof termsSchema>;
