/** The name that stands for every GPU without a cap of its own. */
export const EVERY_GPU = 'all';

/** What a GPU may take by its owner's settings, in watts; undefined for no cap. */
export function capOf(caps: Readonly<Record<string, number>>, uuid: string): number | undefined {
  return caps[uuid] ?? caps[EVERY_GPU];
}
