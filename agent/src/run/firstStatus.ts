import type { Enrolment } from '../home/Home.ts';
import type { AgentStatus } from '../home/statusFile.ts';

/** What an agent that starts at a moment, in milliseconds since 1970, says of itself before anything has happened. */
export function firstStatus(enrolment: Enrolment, now: number): Omit<AgentStatus, 'updatedAt'> {
  return {
    pid: process.pid,
    startedAt: new Date(now).toISOString(),
    worker: { id: enrolment.workerId, name: enrolment.workerName },
    gateway: enrolment.gateway,
    connection: 'CONNECTING',
    heardAt: null,
    intent: 'RUN',
    holds: [],
    tasks: [],
    mining: { on: false, why: null, program: null, gpus: [] },
    unacknowledged: 0,
    terms: null,
    lastError: null,
  };
}
