import type { z } from 'zod';

/** One thing that is wrong with a value, and where. */
export interface Problem {
  /** Such as `tasks[0].frames`; empty for the value as a whole. */
  path: string;
  message: string;
}

const maxProblems = 20;

/** What zod found wrong, in the order found, at most 20 of them. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues
    .slice(0, maxProblems)
    .map(({ path, message }) => ({ path: pathText(path), message: message.replace(/\.$/, '') }));
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
    .join('');
}
