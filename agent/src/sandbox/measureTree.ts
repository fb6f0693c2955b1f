import { processTree } from './processTree.ts';

/** What a process and all that it started take together. */
export interface TreeSize {
  readonly processes: number;
  readonly memoryBytes: number;
}

/** Measures a process tree by the kernel's own list; undefined on systems that keep none. */
export function measureTree(root: number): TreeSize | undefined {
  const tree = processTree(root);
  if (!tree) return undefined;
  const memoryBytes = [...tree.values()].reduce((sum, each) => sum + each.memoryBytes, 0);
  return { processes: tree.size, memoryBytes };
}
