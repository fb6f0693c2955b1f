import { fileURLToPath } from 'node:url';

/** Whether the program runs from its sources; otherwise from what `npm run package:agent` made of them. */
const isSource = import.meta.url.endsWith('.ts');

/** In the tree the folder `src`; in the package the folder `dist`, which has the same files beside its few scripts. */
const root = new URL(isSource ? '../' : './', import.meta.url);

/** The script that this program begins with. */
export const MAIN = programFile('main.js');

/**
 * The path of a file that comes with the program, named from `src`. Every file of `src` that is no TypeScript is in the
 * package, and so is the model. Nothing else in the agent may ask where it lies: bundled, it lies elsewhere.
 */
export function programFile(path: string): string {
  return fileURLToPath(new URL(path, root));
}
