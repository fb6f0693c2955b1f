import type { TaskDocument } from '../model/task.ts';

/** What tells a task from the others of its job. */
export type Part = Pick<
  TaskDocument,
  'index' | 'milliUnits' | 'factor' | 'width' | 'band' | 'frames' | 'render'
>;
