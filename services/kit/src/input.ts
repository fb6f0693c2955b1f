import type { z } from 'zod';
import { DomainError } from './errors.ts';
import { problemsOf } from './problems.ts';

/**
 * Checks what a caller sent. Throws INVALID_INPUT that names every problem with its path, in the sentence and as
 * `problems` for programs.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error);
  const list = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new DomainError('INVALID_INPUT', `Please correct the input. ${list}.`, { problems });
}
