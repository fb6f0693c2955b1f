import type { FrameNowFragment, FrameState } from '#lib/generated/graphql.ts';
import type { StateLook } from './jobState.ts';

const looks: Record<FrameState, StateLook> = {
  WAITING: { glyph: 'queued', word: 'Waiting' },
  RENDERING: { glyph: 'rendering', word: 'Rendering' },
  RENDERED: { glyph: 'verifying', word: 'Not proven yet' },
  VERIFIED: { glyph: 'ok', word: 'Verified' },
  MISSING: { glyph: 'cancelled', word: 'Missing' },
};

/** Glyph and word of a frame's state. */
export const frameLook = (state: FrameState): StateLook => looks[state];

/** Whether a frame may still change. */
export function isOpen({ state }: Pick<FrameNowFragment, 'state'>): boolean {
  return state === 'WAITING' || state === 'RENDERING' || state === 'RENDERED';
}

/** A frame for those who cannot see it: frame 12, rendering, 40 %. */
export function frameText({
  number,
  state,
  progress,
}: Pick<FrameNowFragment, 'number' | 'state' | 'progress'>): string {
  const share = state === 'RENDERING' ? `, ${Math.floor(progress * 100)} %` : '';
  return `Frame ${number}, ${looks[state].word.toLowerCase()}${share}`;
}
