const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A count for a sentence: a word up to twelve, then figures. */
export function inWords(count: number): string {
  return words[count] ?? count.toLocaleString('en-US');
}

/** A count with its noun: one worker, seven workers. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** The sentence with its first letter raised. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A phrase with its first letter lowered, to stand within a sentence: broken first; name, Z to A. */
export function inPassing(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/** A size in bytes in the unit that suits it: 812 B, 1.9 MB, 34 MB. */
export function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  const value = size / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

/** Mebibytes of memory as a provider knows them: 512 MB, 32 GB, 1.5 TB. */
export function memory(mebibytes: number): { value: string; unit: string } {
  if (mebibytes < 1024) return { value: String(Math.round(mebibytes)), unit: 'MB' };
  const gigabytes = mebibytes / 1024;
  if (gigabytes < 1024) return { value: oneDecimal(gigabytes), unit: 'GB' };
  return { value: oneDecimal(gigabytes / 1024), unit: 'TB' };
}

function oneDecimal(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
