import { limits } from './limits.ts';

/** One band of a picture: the rows it makes, and the rows it is given to make them from. Pixels of the original. */
export interface Band {
  readonly index: number;
  /** First row that the band makes. */
  readonly top: number;
  /** How many rows it makes. */
  readonly height: number;
  /** First row that it is given. */
  readonly inputTop: number;
  /** How many rows it is given. */
  readonly inputHeight: number;
}

/**
 * Splits a picture into bands of equal height, the last one lower: small enough to lose little with one, at least four,
 * each row in exactly one of them.
 */
export function splitBands(width: number, height: number, factor: number): Band[] {
  const rows = rowsPerBand(width, height, factor);
  const count = Math.ceil(height / rows);
  return Array.from({ length: count }, (_, index) => bandAt(index, rows, height));
}

function rowsPerBand(width: number, height: number, factor: number): number {
  const mostRows = Math.max(1, Math.floor(limits.taskOutputPixels / (width * factor ** 2)));
  const bands = Math.max(limits.minBands, Math.ceil(height / mostRows));
  const rows = Math.ceil(height / bands);
  const tooFew = Math.ceil(height / rows) < limits.minBands;
  return tooFew ? Math.max(1, Math.floor(height / limits.minBands)) : rows;
}

function bandAt(index: number, rows: number, pictureHeight: number): Band {
  const top = index * rows;
  const height = Math.min(rows, pictureHeight - top);
  const inputTop = Math.max(0, top - limits.overlapRows);
  const inputEnd = Math.min(pictureHeight, top + height + limits.overlapRows);
  return { index, top, height, inputTop, inputHeight: inputEnd - inputTop };
}
