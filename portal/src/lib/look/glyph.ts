/** 3×3 bitmaps, row by row, that differ in shape and so never need their colour to be told apart. */
const bitmaps = {
  rendering: '111111111',
  upscaling: '111001101',
  mining: '010111010',
  idle: '000010000',
  draining: '000000111',
  paused: '101101101',
  new: '101000101',
  stale: '100110111',
  offline: '111101111',
  error: '101010101',
  warning: '010010111',
  ok: '001101010',
  verifying: '001010100',
  queued: '000101000',
  returned: '010110010',
  funding: '010000010',
  refused: '111101000',
  cancelled: '111000111',
} as const;

/** The name of a glyph. */
export type GlyphName = keyof typeof bitmaps;

/** All glyphs. */
export const glyphNames = Object.keys(bitmaps) as GlyphName[];

/** The squares of a glyph as an SVG path: its corner at x, y, each of its 3×3 squares `unit` wide. Runs in a row are merged. */
export function glyphPath(name: GlyphName, x = 0, y = 0, unit = 4): string {
  const bits = bitmaps[name];
  if (!bits.includes('0')) return square(x, y, 3 * unit);
  return [0, 1, 2]
    .flatMap((row) =>
      [...bits.slice(row * 3, row * 3 + 3).matchAll(/1+/g)].map((run) =>
        square(x + run.index * unit, y + row * unit, run[0].length * unit, unit),
      ),
    )
    .join('');
}

/** A filled rectangle as an SVG path. */
export function square(x: number, y: number, width: number, height = width): string {
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}
