/**
 * Reads how much of a frame is done from a line of Blender's own, 0 to 1; undefined for lines that do not say. Cycles
 * counts samples, of tiles too where the frame is large; Eevee says the same in other words.
 */
export function readSampleShare(line: string): number | undefined {
  const samples = /\bSample (\d+)\/(\d+)/.exec(line) ?? /\bRendering (\d+) \/ (\d+) samples/.exec(line);
  const tiles = /\bRendered (\d+)\/(\d+) Tiles/.exec(line);
  if (!samples && !tiles) return undefined;
  const inTile = samples ? shareOf(samples) : 0;
  if (!tiles) return inTile;
  const [, done, total] = tiles.map(Number) as [number, number, number];
  return total > 0 ? Math.min(1, (done + inTile) / total) : inTile;
}

/** Whether a line is one of those that Blender writes while it is at work on a frame. */
export function isSignOfLife(line: string): boolean {
  return /^Fra:\d+ /.test(line) || /\| (Scene|Sample|Rendering|Updating)/.test(line);
}

function shareOf(match: RegExpExecArray): number {
  const [, done, total] = match.map(Number) as [number, number, number];
  return total > 0 ? Math.min(1, done / total) : 0;
}
