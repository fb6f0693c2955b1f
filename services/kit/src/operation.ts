import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseInput } from './input.ts';

const maxRequestIdChars = 64;

const operationSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** One operation as a gateway sends it; `extensions` carries `token` and `requestId`. */
export type Operation = z.input<typeof operationSchema>;

/** Checks the form of an operation. Throws INVALID_INPUT. */
export function readOperation(value: unknown): Operation {
  return parseInput(operationSchema, value);
}

/** The request id that came with the operation if it is a harmless text, else a new one. */
export function requestIdOf(value: unknown): string {
  const id = (value as Operation | null | undefined)?.extensions?.requestId;
  if (typeof id === 'string' && id.length <= maxRequestIdChars && /^[\w.:-]+$/.test(id)) return id;
  return randomUUID();
}
