import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../agent/src/main.js');

/** Imports a configuration file by the agent's own command. Rejects with what the agent says. */
export async function importConfiguration(file: string, home: string): Promise<void> {
  const agent = spawn(process.execPath, [program, 'import', file, '--home', home], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [agent.stdout, agent.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(agent, 'close')) as [number];
  if (code !== 0) throw new Error(`The agent could not import ${file}: ${said.trim()}`);
}

/** Starts the agent as a process of its own; its log goes to `home/agent.log`. */
export function startAgent(home: string): ChildProcess {
  const log = openSync(join(home, 'agent.log'), 'a', 0o600);
  return spawn(process.execPath, [program, 'start', '--home', home], { stdio: ['ignore', log, log] });
}

/** Ends an agent and waits for it. */
export async function stopAgent(agent: ChildProcess): Promise<void> {
  if (agent.exitCode !== null || agent.signalCode !== null) return;
  const ended = once(agent, 'exit');
  agent.kill('SIGTERM');
  await ended;
}
