import type { IncomingMessage } from 'node:http';
import { LocalError } from './LocalError.ts';

const LARGEST = 256 * 1024;

/** Reads the JSON of a request; throws LocalError for anything else and for too much of it. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    throw new LocalError(415, 'NOT_JSON', 'The body must be application/json.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new LocalError(413, 'TOO_LARGE', `The body is larger than ${LARGEST} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new LocalError(400, 'NOT_JSON', 'The body is not JSON.');
  }
}
