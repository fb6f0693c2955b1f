import type { Hold } from '@pictor/schema/events';
import type { FleetRow } from '../model/fleetRow.ts';
import type { WorkerRecord } from './workerRecord.ts';

/** The four axes on which a worker stands. */
export type Axes = Pick<FleetRow, 'connectivity' | 'health'> &
  Pick<WorkerRecord, 'intent'> & { work: FleetRow['work'] | 'MINING' };

/** In order of precedence, so that sorting by position puts what is broken first. */
export const shownStatuses = [
  'OFFLINE',
  'ERROR',
  'STALE',
  'NEW',
  'DRAINING',
  'PAUSED',
  'RENDERING',
  'UPSCALING',
  'MINING',
  'IDLE',
] as const;

/** The one word that a list shows for a worker. */
export type ShownStatus = (typeof shownStatuses)[number];

/** The four axes folded into one word. */
export function shownStatus({ connectivity, health, intent, work }: Axes): ShownStatus {
  if (connectivity === 'OFFLINE') return 'OFFLINE';
  if (health === 'ERROR') return 'ERROR';
  if (connectivity === 'STALE' || connectivity === 'NEW') return connectivity;
  if (intent === 'DRAIN') return 'DRAINING';
  if (intent === 'PAUSE') return 'PAUSED';
  return work;
}

/** The four axes of a worker, its intent being the strictest of what its provider and its own machine say. */
export function axesOf({ fleet, intent }: Pick<WorkerRecord, 'fleet' | 'intent'>): Axes {
  const { connectivity, health } = fleet;
  return { connectivity, health, work: workOf(fleet), intent: stricter(intent, intentOf(holdOf(fleet))) };
}

/** What it is doing: its tasks' word wins, and of one that is silent nobody knows whether it mines still. */
function workOf({ work, standby, connectivity }: FleetRow): Axes['work'] {
  return work === 'IDLE' && standby?.mining && connectivity === 'ONLINE' ? 'MINING' : work;
}

/** What its own machine keeps it from tasks for; of one that is silent nobody knows. */
function holdOf({ standby, connectivity }: FleetRow): Hold | null {
  return (connectivity === 'ONLINE' && standby?.hold) || null;
}

function intentOf(hold: Hold | null): Axes['intent'] {
  if (!hold) return 'RUN';
  return hold.reason === 'DRAINED' ? 'DRAIN' : 'PAUSE';
}

const byStrictness = ['RUN', 'DRAIN', 'PAUSE'] as const;

function stricter(one: Axes['intent'], other: Axes['intent']): Axes['intent'] {
  return byStrictness.indexOf(other) > byStrictness.indexOf(one) ? other : one;
}

/** A word's position in the order of precedence. */
export function rankOf(status: ShownStatus): number {
  return shownStatuses.indexOf(status);
}

/** How a worker stands, as the API shows it. */
export interface WorkerStanding extends Axes {
  hold: { reason: Hold['reason']; until: Date | null } | null;
  shown: ShownStatus;
  reason: string | null;
  since: Date;
  hottestGpuCelsius: number | null;
}

/** How a worker stands. */
export function standingOf({ fleet, intent, enrolledAt }: WorkerRecord): WorkerStanding {
  const { since, hottestGpuCelsius } = fleet;
  const axes = axesOf({ fleet, intent });
  const hold = holdOf(fleet);
  const byMachine = axes.intent !== intent && hold ? holdWords[hold.reason] : null;
  return {
    ...axes,
    intent,
    hold: hold && { ...hold, until: hold.until === null ? null : new Date(hold.until) },
    shown: shownStatus(axes),
    reason: reasonOf(axes, Boolean(enrolledAt), byMachine),
    since,
    hottestGpuCelsius,
  };
}

const holdWords: Readonly<Record<Hold['reason'], string>> = {
  PAUSED: 'Its owner has paused it on the machine.',
  DRAINED: 'Its owner told it so on the machine.',
  SCHEDULE: 'It is outside the hours set on the machine.',
  TEMPERATURE: 'A GPU is hotter than its owner allows.',
  IN_USE: 'Somebody uses the machine, or it cannot be told.',
};

/** Why a worker shows its word, where the word alone does not say it; `byMachine` is what its own machine says, where that decides. */
export function reasonOf(axes: Axes, enrolled: boolean, byMachine: string | null = null): string | null {
  const { health, work } = axes;
  const hasTask = work !== 'IDLE' && work !== 'MINING';
  switch (shownStatus(axes)) {
    case 'OFFLINE':
      return 'Not heard from for more than 90 s. Is the machine on, and connected?';
    case 'STALE':
      return 'Not heard from for more than 30 s.';
    case 'ERROR':
      return 'An open incident costs it work.';
    case 'NEW':
      return enrolled
        ? 'Enrolled; its agent has not been started.'
        : 'Its configuration has not been imported.';
    case 'DRAINING':
      return byMachine ?? (hasTask ? null : 'Has finished; takes nothing new.');
    case 'PAUSED':
      return byMachine ?? (hasTask ? 'Still has a task.' : null);
    default:
      return health === 'WARNING' ? 'Has an open incident.' : null;
  }
}
