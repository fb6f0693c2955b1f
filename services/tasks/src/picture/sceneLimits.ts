/** What a scene may come to when it is unpacked. */
export interface SceneLimits {
  readonly bytes: number;
  /** Of unpacked to packed bytes: more is a bomb, not a scene. */
  readonly ratio: number;
  /** Unpacked bytes up to which any ratio is fine. */
  readonly harmlessBytes: number;
}

/** What is allowed; workers hold the scene in memory. */
export const sceneLimits: SceneLimits = { bytes: 4 * 2 ** 30, ratio: 200, harmlessBytes: 64 * 2 ** 20 };
