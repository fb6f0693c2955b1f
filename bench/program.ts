import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const ticksPerSecond = 100;

/** A program under measurement, with the processor time it has used. */
export class Program {
  readonly child: ChildProcess;
  readonly port: number;

  constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
  }

  /** Seconds of processor time so far, user and system. */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }

  /** Resident memory, in MB. */
  residentMb(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))![1]) / 1024;
  }
}

const children: ChildProcess[] = [];

/** Ends every program that was started. */
export const endAll = (): void => children.forEach((child) => child.kill('SIGKILL'));

/** Forks a module of ours that tells something when it is up. */
export async function forkModule<Told>(
  file: string,
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; told: Told }> {
  const child = fork(new URL(file, import.meta.url), { env: { ...process.env, ...env } });
  children.push(child);
  const [told] = (await once(child, 'message')) as [Told];
  return { child, told };
}

/** Starts a gateway's `main.ts` over a supergraph file; resolves when it answers. */
export async function startGateway(main: string, env: Record<string, string>): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
  });
  children.push(child);
  const ask = () =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{__typename}"}',
    }).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await ask())) {
    if (child.exitCode !== null) throw new Error(`${main} ended with code ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return new Program(child, port);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
