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

/** What a worker is doing: its tasks' word wins, and of one that is silent nobody knows whether it mines still. */
export function workOf({ work, mining, connectivity }: FleetRow): Axes['work'] {
  return work === 'IDLE' && mining && connectivity === 'ONLINE' ? 'MINING' : work;
}

/** A word's position in the order of precedence. */
export function rankOf(status: ShownStatus): number {
  return shownStatuses.indexOf(status);
}

/** How a worker stands, as the API shows it. */
export interface WorkerStanding extends Axes {
  shown: ShownStatus;
  reason: string | null;
  since: Date;
  hottestGpuCelsius: number | null;
}

/** How a worker stands. */
export function standingOf({ fleet, intent, enrolledAt }: WorkerRecord): WorkerStanding {
  const { connectivity, health, since, hottestGpuCelsius } = fleet;
  const axes = { connectivity, health, intent, work: workOf(fleet) };
  return {
    ...axes,
    shown: shownStatus(axes),
    reason: reasonOf(axes, Boolean(enrolledAt)),
    since,
    hottestGpuCelsius,
  };
}

/** Why a worker shows its word, where the word alone does not say it. */
export function reasonOf(axes: Axes, enrolled: boolean): string | null {
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
      return hasTask ? null : 'Has finished; takes nothing new.';
    case 'PAUSED':
      return hasTask ? 'Still has a task.' : null;
    default:
      return health === 'WARNING' ? 'Has an open incident.' : null;
  }
}
