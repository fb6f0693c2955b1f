import { readFile } from 'node:fs/promises';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';
import { termsSchema, type Terms } from './Terms.ts';

/** Keeps what the platform said, so that it can be shown without it. */
export async function writeTerms(path: string, terms: Terms): Promise<void> {
  await writeFileAtomically(path, `${JSON.stringify(terms, null, 2)}\n`, false);
}

/** What the platform last said; null when it never did or it cannot be read. */
export async function readTerms(path: string): Promise<Terms | null> {
  try {
    return termsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
