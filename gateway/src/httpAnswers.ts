import type { ServerResponse } from 'node:http';
import type { ClientError } from './clientError.ts';

export const json = 'application/json; charset=utf-8';

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  CREDENTIAL_IN_USE: 401,
  BODY_TOO_LARGE: 413,
  INTERNAL_SERVER_ERROR: 500,
  OVERLOADED: 503,
  SHUTTING_DOWN: 503,
};

/** Sends a response body that was made by the fast lane. */
export function sendAnswer(response: ServerResponse, text: string, contentType: string): void {
  if (response.destroyed) return;
  const length = String(Buffer.byteLength(text));
  response
    .writeHead(200, ['content-type', contentType, 'cache-control', 'no-store', 'content-length', length])
    .end(text);
}

/** Answers an operation that was not run. */
export function sendError(response: ServerResponse, error: ClientError, status?: number): void {
  if (response.headersSent) return void response.destroy();
  const text = JSON.stringify({ errors: [error] });
  const code = status ?? statusOf[String(error.extensions.code)] ?? 400;
  response
    .writeHead(code, {
      'content-type': json,
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
    })
    .end(text);
}
