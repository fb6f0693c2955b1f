import { z } from 'zod';
import { problemOfExtra } from './extraArguments.ts';

const POOL =
  /^(?:stratum2?\+(?:tcp|ssl|http):\/\/)?(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]+\]):[1-9]\d{0,4}$/i;
/** Addresses of coins look too different to be known: only characters are checked, of which all addresses are made. */
const WALLET = /^[A-Za-z0-9][A-Za-z0-9:._@/+-]*$/;

const poolSchema = z
  .string()
  .max(300, 'must be at most 300 characters')
  .regex(POOL, 'must be host:port, or stratum+tcp:// or stratum+ssl:// and that')
  .refine((pool) => Number(/\d+$/.exec(pool)?.[0]) <= 65_535, 'must name a port up to 65535');
const coinSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9+_-]{0,31}$/, 'must be a coin such as ETC, or an algorithm’s name');
const walletSchema = z
  .string()
  .max(200, 'must be at most 200 characters')
  .regex(WALLET, 'must be an address of letters, digits and :._@/+- alone');
const workerSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores');
const extraSchema = z
  .array(
    z
      .string()
      .min(1)
      .max(200, 'must be at most 200 characters each')
      .regex(/^[\x20-\x7e]+$/, 'must be plain printable characters'),
  )
  .max(32, 'must be at most 32 words')
  .superRefine((list, context) => {
    const problem = problemOfExtra(list);
    if (problem !== null) context.addIssue(problem);
  });
const microUsdSchema = z
  .int('must be whole micro-dollars')
  .min(0, 'must not be negative')
  .max(1_000_000_000_000, 'must be less than a million dollars');

/** How the owner of a machine has it mine, where it has nothing better to do; off unless switched on. */
export const miningSchema = z.strictObject({
  on: z.boolean().default(false),
  /** Where the pool is. */
  pool: poolSchema.nullable().default(null),
  /** A coin's symbol or name, or an algorithm as the miner program calls it. */
  coin: coinSchema.nullable().default(null),
  /** What the pool pays to. */
  wallet: walletSchema.nullable().default(null),
  /** What the pool calls this machine; null for no name. */
  worker: workerSchema.nullable().default(null),
  /** More words of the program's command line, which no shell ever sees. */
  extra: extraSchema.default([]),
  /** What the owner says that it earns in a day, and when they said so; null when they did not. */
  earning: z.strictObject({ microUsdPerDay: microUsdSchema, at: z.iso.datetime() }).nullable().default(null),
});

export type MiningSettings = z.infer<typeof miningSchema>;

/** What an owner changes of it, those alone that are named. The program is not among them: no page may choose it. */
export const miningChangeSchema = z.strictObject({
  on: z.boolean().optional(),
  pool: poolSchema.nullable().optional(),
  coin: coinSchema.nullable().optional(),
  wallet: walletSchema.nullable().optional(),
  worker: workerSchema.nullable().optional(),
  extra: extraSchema.optional(),
  earningMicroUsdPerDay: microUsdSchema.nullable().optional(),
});

export type MiningChange = z.infer<typeof miningChangeSchema>;
