import type { Readable } from 'node:stream';

/** Longer lines than any program means to be read; the rest of one is left out. */
const LONGEST_LINE = 16 * 1024;

/** Calls for each line of a stream, in bounded memory whatever comes. */
export function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) onLine(line.slice(0, LONGEST_LINE).trimEnd());
  });
  stream?.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
