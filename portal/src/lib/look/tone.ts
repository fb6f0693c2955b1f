import type { GlyphName } from './glyph.ts';

/** What a status costs, which gives it its colour. */
export type Tone = 'work' | 'bad' | 'warn' | 'now' | 'good';

const tones: Partial<Record<GlyphName, Tone>> = {
  error: 'bad',
  offline: 'bad',
  stale: 'warn',
  warning: 'warn',
  refused: 'warn',
  new: 'now',
  ok: 'good',
};

/** The tone of a status by its glyph: work, unless it means more. */
export function toneOf(glyph: GlyphName): Tone {
  return tones[glyph] ?? 'work';
}
