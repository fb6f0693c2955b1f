import { AgentError } from '../AgentError.ts';
import type { Home } from '../home/Home.ts';
import { isHomeLocked } from '../home/lockHome.ts';
import { readControl } from './controlFile.ts';

const LIMIT_MS = 30_000;

/** Asks the agent that runs in a home folder for something. Throws AgentError NOT_RUNNING or AGENT_REFUSED. */
export async function callAgent(
  home: Home,
  method: string,
  path: string,
  body: object = {},
): Promise<unknown> {
  if (!isHomeLocked(home.folder)) throw notRunning('No agent runs here. Start it with: pictor-worker start');
  const control = await readControl(home.control);
  if (!control) throw notRunning('The agent is starting or stopping: try again in a moment.');
  let response: Response;
  try {
    response = await fetch(`http://127.0.0.1:${control.port}${path}`, {
      method,
      headers: { authorization: `Bearer ${control.bearer}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(LIMIT_MS),
      redirect: 'error',
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new AgentError('NOT_RUNNING', 'The agent does not answer: try again in a moment.', { cause });
  }
  const answer = (await response.json()) as { message?: string };
  if (response.ok) return answer;
  throw new AgentError('AGENT_REFUSED', answer.message ?? `The agent refused with ${response.status}.`);
}

function notRunning(message: string): AgentError {
  return new AgentError('NOT_RUNNING', message);
}
