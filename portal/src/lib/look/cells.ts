import { square } from './glyph.ts';

/** What a cell's ink means. */
export type Ink = 'work' | 'now' | 'bad' | 'warn';

/** A cell: how much of it is filled (0 to 1, null for no cell at all) and with what. */
export interface Cell {
  share: number | null;
  ink?: Ink;
}

/** Measures of a grid of cells, in px. */
export interface Grid {
  size: number;
  gap: number;
  columns: number;
}

/** The most cells one chart draws; beyond it a cell has to stand for more. */
export const mostCells = 20_000;

/** One SVG path per ink. Cells run row by row; each is empty first, then filled from the bottom by its share. */
export function cellPaths(cells: readonly Cell[], { size, gap, columns }: Grid): Map<Ink | 'empty', string> {
  if (cells.length > mostCells) throw new RangeError(`${cells.length} cells are more than ${mostCells}`);
  const paths = new Map<Ink | 'empty', string>();
  const add = (ink: Ink | 'empty', path: string) => paths.set(ink, (paths.get(ink) ?? '') + path);
  cells.forEach(({ share, ink = 'work' }, index) => {
    if (share === null) return;
    const x = (index % columns) * (size + gap);
    const y = Math.floor(index / columns) * (size + gap);
    const filled = filledHeight(share, size);
    if (filled < size) add('empty', square(x, y, size));
    if (filled > 0) add(ink, square(x, y + size - filled, size, filled));
  });
  return paths;
}

/** Height in whole px of the filled part of a cell: nothing is never shown as something, something never as nothing. */
export function filledHeight(share: number, size: number): number {
  if (!(share > 0)) return 0;
  return Math.min(size, Math.max(1, Math.round(share * size)));
}

/** Width or height of `count` cells side by side, in px. */
export function extent(count: number, { size, gap }: Pick<Grid, 'size' | 'gap'>): number {
  return Math.max(0, count * (size + gap) - gap);
}

/** A share as `count` cells: the full ones at work, the one being filled now, the others empty. */
export function progressCells(share: number, count: number): Cell[] {
  const filled = Math.min(1, Math.max(0, share)) * count;
  const full = Math.floor(filled + 1e-9);
  return Array.from({ length: count }, (_, index) => {
    if (index < full) return { share: 1 };
    if (index > full || share <= 0) return { share: 0 };
    return { share: Math.max(filled - full, 1 / 6), ink: 'now' };
  });
}

/** Amounts as cells of one unit each, the last one filled by the rest. */
export function countedCells(amount: number, unit: number): Cell[] {
  const whole = Math.floor(amount / unit);
  const rest = amount / unit - whole;
  const cells: Cell[] = Array.from({ length: whole }, () => ({ share: 1 }));
  return rest > 0 ? [...cells, { share: rest }] : cells;
}

/** The smallest round unit (1, 2 or 5 times a power of ten) of which `amount` holds at most `most`. */
export function roundUnit(amount: number, most: number): number {
  let unit = 1;
  for (const step of roundSteps()) {
    unit = step;
    if (amount / unit <= most) break;
  }
  return unit;
}

function* roundSteps(): Generator<number> {
  for (let power = 1; power < 1e15; power *= 10) yield* [power, 2 * power, 5 * power];
}
