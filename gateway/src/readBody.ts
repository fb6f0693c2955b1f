import type { IncomingMessage } from 'node:http';
import { clientError, type ClientError } from './clientError.ts';

/** What is read and thrown away of a body that is too large, so that its sender gets to see the answer. */
const maxDiscardedBytes = 64 * 2 ** 20;

/** Calls back once: with the whole body, or with BODY_TOO_LARGE. Not at all if the client goes away. */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
  done: (text: string) => void,
  refuse: (error: ClientError) => void,
): void {
  let chunks: Buffer[] = [];
  let bytes = 0;
  let refused = false;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) return void chunks.push(chunk);
    if (!refused) refuse(tooLarge(maxBytes));
    refused = true;
    chunks = [];
    if (bytes > maxBytes + maxDiscardedBytes) request.destroy();
  });
  request.on('end', () => {
    if (refused) return;
    done((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString());
  });
}

const tooLarge = (maxBytes: number): ClientError =>
  clientError('BODY_TOO_LARGE', `A request may have ${maxBytes} bytes at most`);
