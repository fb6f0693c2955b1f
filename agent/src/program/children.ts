/**
 * Every process that the agent starts of its own program, by name. Each is a module that acts when it is imported and
 * finds its arguments from `process.argv[2]` on.
 */
export const children = {
  /** Loads the upscaling model and does tasks with it. */
  upscaler: () => import('../engine/engineProcess.ts'),
  /** Leads the group of a miner, and ends it with the agent. */
  'miner-keeper': () => import('../mining/minerKeeperProcess.ts'),
  /** Decodes rendered frames. */
  'frame-checker': () => import('../engine/blender/frameCheckerProcess.ts'),
  /** Measures the connection to the platform. */
  speedometer: () => import('../speed/speedProcess.ts'),
};

/** The name of a process that the agent starts of its own program. */
export type ChildName = keyof typeof children;

/** The first argument of such a process; its name is the second. */
export const CHILD_MARK = '--child';
