import type { MadeDocument, TaskDocument } from '../model/task.ts';
import type { World } from './world.ts';

/** What is found of a result by looking at it alone. */
export type Finding =
  | {
      readonly ok: true;
      /** Frames that only a re-run can tell right from wrong. */
      readonly doubtful?: readonly number[];
    }
  | { readonly ok: false; readonly reasonCode: string; readonly reason: string };

/** How a result and its re-run compare. */
export interface Comparison {
  readonly agrees: boolean;
  /** dB PSNR, where they differ most. */
  readonly db: number;
}

/** How results of one kind of task are proven. */
export interface Judge<Task extends TaskDocument> {
  inspect(world: World, task: Task, made: MadeDocument): Promise<Finding>;
  /** Null when they cannot be compared. */
  compare(world: World, task: Task, made: MadeDocument, check: MadeDocument): Promise<Comparison | null>;
}
