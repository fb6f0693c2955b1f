import { measureTree } from '../sandbox/measureTree.ts';
import { EngineError } from './EngineError.ts';

/** What a process and all that it started may take while it is at work. */
export interface TreeLimits {
  readonly mostMemoryBytes: number;
  readonly mostProcesses: number;
  /** How long it may be at work on one thing, in milliseconds. */
  readonly wallLimitMs: number;
}

const INTERVAL_MS = 2_000;
const GIB = 1024 ** 3;

/** Looks at a process while it is at work and says once what it took too much of; what it returns ends that. */
export function watchTree(
  pid: number,
  { mostMemoryBytes, mostProcesses, wallLimitMs }: TreeLimits,
  onExcess: (error: EngineError) => void,
): () => void {
  const startedAt = performance.now();
  const watch = setInterval(() => {
    const why = excess();
    if (why === undefined) return;
    clearInterval(watch);
    onExcess(new EngineError('ENGINE_EXCEEDED', `The engine was ended: ${why}.`));
  }, INTERVAL_MS);
  const excess = (): string | undefined => {
    if (performance.now() - startedAt > wallLimitMs) return `it took longer than ${wallLimitMs / 1_000} s`;
    const tree = measureTree(pid);
    if (!tree) return undefined;
    if (tree.processes > mostProcesses) return `it started more than ${mostProcesses} processes`;
    if (tree.memoryBytes <= mostMemoryBytes) return undefined;
    return `it took more than ${(mostMemoryBytes / GIB).toFixed(1)} GiB of memory`;
  };
  return () => clearInterval(watch);
}
