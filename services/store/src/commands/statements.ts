import type { Doc } from '../engine/documents.ts';
import { CommandError } from '../engine/errors.ts';

/** Codes that end the whole command and undo it: the time is up, the disk is full. */
const FATAL = [50, 14031];

/**
 * Runs the statements of a write command. One that fails is reported by its index; an ordered command ends with it.
 * @returns the errors, for the answer's `writeErrors`
 */
export function runStatements<T>(
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => void,
): Doc[] {
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof CommandError) || FATAL.includes(error.code)) throw error;
      errors.push({ index, ...error.answer() });
      if (ordered) break;
    }
  }
  return errors;
}
