import type { StartErrorCode } from '../startError.ts';
import type { Listen } from '../wire/address.ts';

/** The parent's first message to the server's process; any second message closes it. */
export interface Order {
  file: string;
  listen: Listen;
}

/** The server process's one answer. */
export type Report =
  { ready: true; port: number | undefined } | { ready: false; code: StartErrorCode; message: string };
