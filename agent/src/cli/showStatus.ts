import { Home } from '../home/Home.ts';
import { isHomeLocked } from '../home/lockHome.ts';
import { readStatus, type AgentStatus } from '../home/statusFile.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const connections: Record<AgentStatus['connection'], string> = {
  CONNECTING: 'connecting',
  ONLINE: 'online',
  OFFLINE: 'offline, trying again',
};

/** Prints what the agent of a home folder is doing; changes nothing. */
export async function showStatus(folder: string, json: boolean): Promise<ExitCode> {
  const home = new Home(folder);
  const running = isHomeLocked(home.folder);
  const status = running ? await readStatus(home.status) : undefined;
  if (json) console.log(JSON.stringify({ running, ...status }, null, 2));
  else if (status) console.log(linesOf(status).join('\n'));
  else console.log(running ? 'The agent is starting.' : await idleLine(home));
  return running ? exitCodes.done : exitCodes.notRunning;
}

async function idleLine(home: Home): Promise<string> {
  const enrolment = await home.readEnrolment();
  if (!enrolment) {
    return `${home.folder} belongs to no worker yet. Import a configuration: pictor-worker import FILE`;
  }
  return `${enrolment.workerName} (${enrolment.workerId}) is not running. Start it with: pictor-worker start`;
}

function linesOf({
  worker,
  connection,
  intent,
  tasks,
  unacknowledged,
  lastError,
  pid,
  gateway,
}: AgentStatus): string[] {
  const lines = [
    `${worker.name} (${worker.id}) is ${connections[connection]}`,
    `  platform  ${gateway}`,
    `  process   ${pid}`,
    `  intent    ${intent}`,
  ];
  if (tasks.length === 0) lines.push('  tasks     none');
  for (const { taskId, progress, check, slot } of tasks) {
    const percent = `${Math.floor(100 * progress)} %`.padStart(5);
    lines.push(`  task      ${taskId} ${percent}, slot ${slot}${check ? ', a check' : ''}`);
  }
  if (unacknowledged > 0) lines.push(`  to tell   ${unacknowledged} finished, not acknowledged yet`);
  if (lastError) lines.push(`  last error, ${lastError.at}: ${lastError.message}`);
  return lines;
}
