import type { ChildProcess } from 'node:child_process';
import { startAgent, stopAgent } from './agentProcess.ts';

/** The agents that were started, so that all of them end with the story. */
export class Agents {
  readonly #running: ChildProcess[] = [];

  start(home: string): ChildProcess {
    const agent = startAgent(home);
    this.#running.push(agent);
    return agent;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map(stopAgent));
  }
}
