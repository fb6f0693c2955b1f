import { readFile } from 'node:fs/promises';
import { termsSchema, type Terms } from './Terms.ts';

/** What the platform last said of bid and pay; null when it never did or it cannot be read. */
export async function readTerms(path: string): Promise<Terms | null> {
  try {
    return termsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
