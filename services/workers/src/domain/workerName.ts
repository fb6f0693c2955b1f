import { z } from 'zod';

const maxChars = 64;
const maxSlugChars = 40;

/** A worker's name as its provider gives it. */
export const workerName = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1, 'must have at least 1 character')
      .max(maxChars, `must have at most ${maxChars} characters`)
      .regex(/^\P{Cc}*$/u, 'must not have control characters'),
  );

/** What is stored of a name: itself, what lists sort by, what searches find. */
export function nameFields(name: string): { name: string; nameKey: string; terms: string[] } {
  const nameKey = folded(name);
  return { name, nameKey, terms: [...new Set(wordsOf(nameKey).flatMap(suffixesOf))] };
}

/** The words of a text, letter case aside. */
export function searchWords(text: string): string[] {
  return wordsOf(folded(text.normalize('NFC')));
}

/** The name for use in a file's name. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, maxSlugChars).replace(/^-+|-+$/g, '') || 'worker';
}

function folded(text: string): string {
  return text.toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.split(/[\s\p{Cc}]+/u).filter(Boolean);
}

function suffixesOf(word: string): string[] {
  const letters = Array.from(word);
  return letters.map((_, i) => letters.slice(i).join(''));
}
