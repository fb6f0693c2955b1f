import type { Intent } from '../generated/graphql.ts';
import { isOpenAt, nextChange } from './schedule.ts';
import type { Settings } from './settings.ts';

/** Something that keeps an agent from taking tasks. */
export interface Hold {
  readonly by: 'OWNER' | 'PORTAL' | 'SCHEDULE' | 'TEMPERATURE' | 'IN_USE';
  readonly intent: 'PAUSE' | 'DRAIN';
  /** When it ends by itself, as an ISO text; null when nobody knows. */
  readonly until: string | null;
  /** Why, in a few words, where `by` alone does not say it. */
  readonly reason?: string;
}

/** What an agent is to do, and who says so. */
export interface Decision {
  /** The strictest of all that was said. */
  readonly intent: Intent;
  /** All that keeps it from taking tasks; empty while nothing does. */
  readonly holds: readonly Hold[];
  /** Whether tasks under way go back to the platform. */
  readonly handBack: boolean;
}

export interface Circumstances {
  /** What the portal wants. */
  readonly portal: Intent;
  readonly settings: Settings;
  /** Whether a GPU is hotter than its owner allows. */
  readonly hot: boolean;
  /** Why the machine counts as used by somebody; undefined while it does not. */
  readonly inUse?: string | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Decides what an agent is to do from what its owner, the portal, the schedule, the heat and who else uses the machine say. */
export function decideIntent({ portal, settings, hot, inUse, now }: Circumstances): Decision {
  const { pause, schedule, onPause } = settings;
  const holds: Hold[] = [];
  if (pause && !isOver(pause, now)) holds.push({ by: 'OWNER', intent: pause.kind, until: pause.until });
  if (hot) holds.push({ by: 'TEMPERATURE', intent: 'PAUSE', until: null });
  if (inUse !== undefined) holds.push({ by: 'IN_USE', intent: 'PAUSE', until: null, reason: inUse });
  if (schedule && !isOpenAt(schedule, now))
    holds.push({ by: 'SCHEDULE', intent: 'PAUSE', until: iso(nextChange(schedule, now)) });
  if (portal !== 'RUN') holds.push({ by: 'PORTAL', intent: portal, until: null });
  const pauses = holds.filter(({ intent }) => intent === 'PAUSE');
  return {
    intent: pauses.length > 0 ? 'PAUSE' : holds.length > 0 ? 'DRAIN' : 'RUN',
    holds,
    handBack: onPause === 'HAND_BACK' && pauses.length > 0,
  };
}

/** Whether a pause has come to its end. */
export function isOver(pause: NonNullable<Settings['pause']>, now: number): boolean {
  return pause.until !== null && Date.parse(pause.until) <= now;
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
