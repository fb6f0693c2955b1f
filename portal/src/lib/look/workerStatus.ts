import type { ShownStatus } from '#lib/generated/graphql.ts';
import type { GlyphName } from './glyph.ts';

/** How a shown status is drawn and said. */
export interface StatusLook {
  glyph: GlyphName;
  word: string;
}

/** What a shown status means for its owner. */
export type Standing = 'trouble' | 'working' | 'standing by';

const looks: Record<ShownStatus, StatusLook & { standing: Standing }> = {
  OFFLINE: { glyph: 'offline', word: 'Offline', standing: 'trouble' },
  ERROR: { glyph: 'error', word: 'Error', standing: 'trouble' },
  STALE: { glyph: 'stale', word: 'Stale', standing: 'trouble' },
  NEW: { glyph: 'new', word: 'New', standing: 'standing by' },
  DRAINING: { glyph: 'draining', word: 'Draining', standing: 'working' },
  PAUSED: { glyph: 'paused', word: 'Paused', standing: 'standing by' },
  RENDERING: { glyph: 'rendering', word: 'Rendering', standing: 'working' },
  UPSCALING: { glyph: 'upscaling', word: 'Upscaling', standing: 'working' },
  MINING: { glyph: 'mining', word: 'Mining', standing: 'working' },
  IDLE: { glyph: 'idle', word: 'Idle', standing: 'standing by' },
};

/** All shown statuses, broken first. */
export const shownStatuses = Object.keys(looks) as ShownStatus[];

/** Glyph and word of a shown status. */
export function lookOf(status: ShownStatus): StatusLook {
  return looks[status];
}

/** What a worker without a task and without a reason for it is about; undefined where that tells nothing. */
export function waitingWords(status: ShownStatus): string | undefined {
  if (status === 'IDLE') return 'Ready for a task.';
  if (status === 'PAUSED') return 'Takes no task until you let it.';
  if (status === 'MINING') return 'Until a task comes.';
  if (status === 'DRAINING') return 'Finishes its tasks, then stops.';
  return status === 'RENDERING' || status === 'UPSCALING' ? 'Between two tasks.' : undefined;
}

/** Whether a worker is in trouble, works or stands by. */
export function standingOf(status: ShownStatus): Standing {
  return looks[status].standing;
}

/** Place of a shown status in a list that has broken workers first. */
export function rankOf(status: ShownStatus): number {
  return shownStatuses.indexOf(status);
}
