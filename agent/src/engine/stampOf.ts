import { statSync } from 'node:fs';

/** When a file was changed last, in milliseconds since 1970; undefined where it is not there or cannot be looked at. */
export function stampOf(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}
