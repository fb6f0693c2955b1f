/** A tile of a picture of 16 × 9. */
export interface Tile {
  x: number;
  y: number;
}

const middle = { x: 7.2, y: 4.1 };

/** The 144 tiles from the middle out, a little uneven, as a renderer paints them; always the same. */
export const paintingOrder: readonly Tile[] = Array.from({ length: 144 }, (_, position) => {
  const tile = { x: position % 16, y: Math.floor(position / 16) };
  const distance = ((tile.x - middle.x) / 1.28) ** 2 + (tile.y - middle.y) ** 2;
  return { ...tile, distance: distance + 3.2 * unevenness(position) - 1.6 };
}).sort((one, other) => one.distance - other.distance);

/** A number from 0 to 1 that looks random and is the same for the same seed. */
function unevenness(seed: number): number {
  const mixed = Math.imul(seed + 21, 2_654_435_761) >>> 0;
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
