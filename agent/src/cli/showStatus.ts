import { dollars } from '@pictor/schema/dollars';
import { Home } from '../home/Home.ts';
import { isHomeLocked } from '../home/lockHome.ts';
import { readStatus, type AgentStatus } from '../home/statusFile.ts';
import { miningLines } from './miningLines.ts';
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
  else console.log(await idleLine(home, running));
  return running ? exitCodes.done : exitCodes.notRunning;
}

async function idleLine(home: Home, running: boolean): Promise<string> {
  const enrolment = await home.readEnrolment();
  if (!enrolment && running) {
    return 'The agent waits for a configuration: import one on its page, or with pictor-worker import FILE';
  }
  if (!enrolment) {
    return `${home.folder} belongs to no worker yet. Import a configuration: pictor-worker import FILE`;
  }
  if (running) return 'The agent is starting.';
  return `${enrolment.workerName} (${enrolment.workerId}) is not running. Start it with: pictor-worker start`;
}

function earningLines({ bid, walletAddress, estimate, at }: NonNullable<AgentStatus['terms']>): string[] {
  const expected = estimate?.expected;
  return [
    `  wallet    ${walletAddress ?? 'none: set it in the portal'}`,
    `  bid       ${dollars(bid)} for 3,600 work units`,
    `  an hour   ${expected ? `about ${dollars(expected)}, estimated` : 'not known yet'} (${at}; more by settings)`,
  ];
}

const holders: Record<AgentStatus['holds'][number]['by'], string> = {
  OWNER: 'paused on this machine',
  PORTAL: 'paused in the portal',
  SCHEDULE: 'outside the hours that are set',
  TEMPERATURE: 'a GPU is hotter than its limit',
  IN_USE: 'only while nobody uses this machine',
};

function sentenceOf({ by, until, reason }: AgentStatus['holds'][number]): string {
  if (reason !== undefined) return `${holders[by]}: ${reason}`;
  return until === null ? holders[by] : `${holders[by]} until ${until}`;
}

function linesOf({
  worker,
  connection,
  intent,
  holds,
  tasks,
  mining,
  unacknowledged,
  terms,
  lastError,
  pid,
  gateway,
}: AgentStatus): string[] {
  const lines = [
    `${worker.name} (${worker.id}) is ${connections[connection]}`,
    `  platform  ${gateway}`,
    `  process   ${pid}`,
    `  intent    ${intent}${holds.length > 0 ? `: ${holds.map(sentenceOf).join(', ')}` : ''}`,
  ];
  if (tasks.length === 0) lines.push('  tasks     none');
  for (const { taskId, progress, check, slot } of tasks) {
    const percent = `${Math.floor(100 * progress)} %`.padStart(5);
    lines.push(`  task      ${taskId} ${percent}, slot ${slot}${check ? ', a check' : ''}`);
  }
  if (mining.on) lines.push(...miningLines(mining).map((line) => `  mining    ${line}`));
  if (unacknowledged > 0) lines.push(`  to tell   ${unacknowledged} finished, not acknowledged yet`);
  if (terms) lines.push(...earningLines(terms));
  if (lastError) lines.push(`  last error, ${lastError.at}: ${lastError.message}`);
  return lines;
}
