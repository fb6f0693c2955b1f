import { isSea } from 'node:sea';
import { MAIN } from './location.ts';

/** How this program is started. */
export interface OwnCommand {
  readonly file: string;
  /** What comes before a command's name. */
  readonly args: readonly string[];
  /** Whether `file` is all of it, and can be put elsewhere. */
  readonly isSingleFile: boolean;
}

/** The command that starts this very program again. */
export function ownCommand(): OwnCommand {
  const isSingleFile = isSea();
  return { file: process.execPath, args: isSingleFile ? [] : [MAIN], isSingleFile };
}
