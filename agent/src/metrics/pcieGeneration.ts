/** Transfers a second of each generation of PCIe, in GT/s. */
const GENERATIONS = [2.5, 5, 8, 16, 32, 64];

/** The generation of a link by its transfers a second, in GT/s; null for what is none. */
export function pcieGeneration(transfers: number | null): number | null {
  return transfers === null ? null : GENERATIONS.indexOf(transfers) + 1 || null;
}
