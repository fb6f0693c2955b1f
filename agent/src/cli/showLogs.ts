import { open, readFile, stat } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as pause } from 'node:timers/promises';
import { prettyFactory } from 'pino-pretty';
import { Home } from '../home/Home.ts';
import { LogFile } from '../home/LogFile.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const LINES = 200;
const LOOK_MS = 500;
const CHUNK = 64 * 1024;

/** Prints the last lines of the agent's log, and with `follow` those that come, until interrupted. */
export async function showLogs(folder: string, json: boolean, follow: boolean): Promise<ExitCode> {
  const { log } = new Home(folder);
  const pretty = prettyFactory({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' });
  const print = (line: string): void => console.log(json ? line : pretty(line).trimEnd());
  const [before, current] = await Promise.all([LogFile.before(log), log].map(read));
  if (current === undefined && before === undefined && !follow) {
    console.error(`Nothing was logged in ${folder} yet.`);
    return exitCodes.failed;
  }
  const lines = `${before ?? ''}${current ?? ''}`.split('\n').filter(Boolean);
  for (const line of lines.slice(-LINES)) print(line);
  if (follow) await followFile(log, Buffer.byteLength(current ?? ''), print);
  return exitCodes.done;
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** Never resolves: whoever looks ends it. */
async function followFile(path: string, from: number, print: (line: string) => void): Promise<void> {
  let position = from;
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (;;) {
    await pause(LOOK_MS);
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    // A file that has become shorter is another one: its lines are new.
    if (size < position) position = 0;
    if (size === position) continue;
    const file = await open(path, 'r');
    const { bytesRead, buffer } = await file
      .read(Buffer.alloc(CHUNK), 0, CHUNK, position)
      .finally(() => file.close());
    position += bytesRead;
    const lines = (rest + decoder.write(buffer.subarray(0, bytesRead))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter(Boolean)) print(line);
  }
}
