import { basename } from 'node:path';
import { lolMiner } from './lolMiner.ts';
import type { MinerKind, MinerProgram } from './MinerProgram.ts';
import { tRex } from './tRex.ts';

/** The programs that are known here. */
export const programs: Record<MinerKind, MinerProgram> = { T_REX: tRex, LOLMINER: lolMiner };

/** The kind that a command line or a file's name means, such as t-rex or lolMiner.exe; undefined for any other. */
export function kindNamed(name: string): MinerKind | undefined {
  const bare = basename(name, '.exe')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  if (bare === 'trex') return 'T_REX';
  return bare === 'lolminer' ? 'LOLMINER' : undefined;
}
