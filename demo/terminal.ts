import { stdout } from 'node:process';
import { styleText } from 'node:util';

const cells = 32;

/** Prints one finished step of the story. */
export const step = (text: string, detail = ''): void =>
  console.log(`${styleText('green', '■')} ${text}${detail && styleText('dim', `  ${detail}`)}`);

/** Prints what the reader may want to copy. */
export const note = (label: string, text: string): void =>
  console.log(`  ${styleText('dim', label.padEnd(12))} ${text}`);

/** A bar of cells with its remaining time: redrawn in place on a terminal, a line at each quarter elsewhere. */
export class ProgressBar {
  #quarter = 0;

  draw(progress: number, expectedAt: string | null): void {
    const full = Math.floor(progress * cells);
    const text = `  ${'■'.repeat(full)}${'·'.repeat(cells - full)} ${String(Math.floor(progress * 100)).padStart(3)} %  ${remaining(expectedAt)}`;
    if (stdout.isTTY) return void stdout.write(`\r${text.padEnd(cells + 28)}`);
    const quarter = Math.floor(progress * 4);
    if (quarter > this.#quarter) console.log(text);
    this.#quarter = Math.max(quarter, this.#quarter);
  }

  end(): void {
    if (stdout.isTTY) stdout.write('\n');
  }
}

function remaining(expectedAt: string | null): string {
  if (expectedAt === null) return '';
  const seconds = Math.max(0, Math.round((Date.parse(expectedAt) - Date.now()) / 1000));
  return seconds > 0 ? `about ${seconds} s left` : 'almost done';
}

/** Micro-dollars as dollars, to the last digit. */
export function dollars(microUsd: string): string {
  const digits = microUsd.padStart(7, '0');
  return `$${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
