import { Home } from '../home/Home.ts';
import { changeOwner } from './askOwner.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { invalidSetting } from './invalidSetting.ts';
import { parseMoment } from './parseMoment.ts';

export interface PauseOptions {
  readonly folder: string;
  readonly kind: 'PAUSE' | 'DRAIN';
  /** When it ends by itself, as people write it. */
  readonly until: string | undefined;
  readonly json: boolean;
}

/** Takes no more tasks: at once, or after the one under way. */
export async function pauseAgent({ folder, kind, until, json }: PauseOptions): Promise<ExitCode> {
  const end = until === undefined ? null : momentOf(until);
  const settings = await changeOwner(new Home(folder), {
    method: 'POST',
    path: '/api/pause',
    body: { kind, until: end === null ? null : new Date(end).toISOString() },
    alone: (owner) => owner.pause(kind, end),
  });
  if (json) console.log(JSON.stringify(settings.pause));
  else
    console.log(
      `${sentences[kind]}${end === null ? ', until you resume' : `, until ${new Date(end).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`}.`,
    );
  return exitCodes.done;
}

/** Takes tasks again. */
export async function resumeAgent(folder: string, json: boolean): Promise<ExitCode> {
  const settings = await changeOwner(new Home(folder), {
    method: 'POST',
    path: '/api/resume',
    body: {},
    alone: (owner) => owner.resume(),
  });
  if (json) console.log(JSON.stringify(settings.pause));
  else console.log('Tasks are taken again, as far as this machine is concerned.');
  return exitCodes.done;
}

const sentences = {
  PAUSE: 'Paused',
  DRAIN: 'The task under way is finished, then no more are taken',
} as const;

function momentOf(text: string): number {
  const moment = parseMoment(text, Date.now());
  if (moment !== undefined && moment > Date.now()) return moment;
  throw invalidSetting('--until is a time to come: 18:00, 2h, 30m, 1d or 2026-12-24T18:00:00Z.');
}
