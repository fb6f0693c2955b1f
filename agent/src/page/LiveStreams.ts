import type { ServerResponse } from 'node:http';
import { LocalError } from './LocalError.ts';

const MOST_STREAMS = 16;
/** A reader that falls behind so far is sent away; it comes again and is told everything anew. */
const MOST_UNSENT = 4 * 1024 * 1024;

/** Tells open pages, line by line as JSON, whatever changes. */
export class LiveStreams {
  readonly #open = new Set<ServerResponse>();

  /** Keeps an answer open for what comes, after what is already known. Throws LocalError where too many are open. */
  add(response: ServerResponse, known: readonly object[]): void {
    if (this.#open.size >= MOST_STREAMS)
      throw new LocalError(429, 'TOO_MANY_PAGES', 'Too many pages are open: close some of them.');
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
    response.once('close', () => this.#open.delete(response));
    this.#open.add(response);
    for (const message of known) response.write(lineOf(message));
  }

  /** Tells all. */
  tell(message: object): void {
    if (this.#open.size === 0) return;
    const line = lineOf(message);
    for (const response of this.#open) {
      if (response.writableLength > MOST_UNSENT) response.destroy();
      else response.write(line);
    }
  }

  /** Ends all. */
  close(): void {
    for (const response of this.#open) response.end();
  }
}

function lineOf(message: object): string {
  return `${JSON.stringify(message)}\n`;
}
