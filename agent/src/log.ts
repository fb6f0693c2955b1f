import { pino, type Logger } from 'pino';
import { LogFile } from './home/LogFile.ts';

export type Log = Logger;

/**
 * A log that people read on a terminal and programs read as JSON lines elsewhere, and that is kept in a file of the home
 * folder too; credentials are never written.
 */
export async function createLog(level: string, path: string): Promise<Log> {
  const destination = process.stdout.isTTY
    ? (await import('pino-pretty')).default({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true })
    : pino.destination({ fd: 1, sync: true });
  const redact = { paths: ['credential', 'token', '*.token', '*.credential'], censor: '[redacted]' };
  const streams = [destination, new LogFile(path)].map((stream) => ({ level, stream }));
  return pino({ level, redact }, pino.multistream(streams));
}
