import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

export type Log = Logger;

/** A log that people read on a terminal and programs read as JSON lines elsewhere; credentials are never written. */
export function createLog(level: string): Log {
  const destination = process.stdout.isTTY
    ? pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true })
    : pino.destination({ fd: 1, sync: true });
  const redact = { paths: ['credential', 'token', '*.token', '*.credential'], censor: '[redacted]' };
  return pino({ level, redact }, destination);
}
