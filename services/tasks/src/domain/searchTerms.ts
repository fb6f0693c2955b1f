const maxChars = 64;
const maxTerms = 24;

/** A name from each of its words on, lowercased, so that a text at the start of any word is a prefix of one of them. */
export function searchTerms(name: string): string[] {
  const lower = name.toLowerCase();
  const starts = [...lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  return [...new Set(starts.slice(0, maxTerms).map((start) => lower.slice(start, start + maxChars)))];
}

/** What a term must match to begin with this text. */
export function termPattern(search: string): RegExp {
  const literal = search
    .replace(/\p{Cc}+/gu, ' ') // the store takes no NUL in a pattern
    .trim()
    .toLowerCase()
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`^${literal}`);
}
