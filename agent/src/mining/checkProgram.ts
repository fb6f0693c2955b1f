import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { isProgram } from '../sandbox/findProgram.ts';

/** A program as it may be run, links resolved, or why it may not be. */
export type CheckedProgram =
  { readonly fit: true; readonly path: string } | { readonly fit: false; readonly problem: string };

const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/**
 * Looks whether a miner program may be run: an absolute path of a file that can be, which nobody but its owner and root
 * can change or put another in the place of. Windows tells neither in a way that is read here.
 */
export async function checkProgram(path: string): Promise<CheckedProgram> {
  if (!isAbsolute(path)) return unfit(`${path} is not an absolute path.`);
  let real: string;
  try {
    real = await realpath(path);
    if (!(await stat(real)).isFile()) return unfit(`${path} is not a file.`);
  } catch {
    return unfit(`${path} is not there, or cannot be read.`);
  }
  if (!isProgram(real)) return unfit(`${path} cannot be run: make it executable.`);
  const problem = process.platform === 'win32' ? null : await problemOfOwners(real);
  return problem === null ? { fit: true, path: real } : unfit(problem);
}

async function problemOfOwners(file: string): Promise<string | null> {
  for (let each = file; ; each = dirname(each)) {
    const { uid, mode } = await stat(each);
    if (uid !== 0 && uid !== process.getuid?.())
      return `${each} belongs to another user, who could change what is run.`;
    // In a sticky folder nobody can replace what is another's.
    const isSafeFolder = each !== file && (mode & STICKY) !== 0;
    if ((mode & WRITABLE_BY_OTHERS) !== 0 && !isSafeFolder)
      return `Others can write to ${each}, and so change what is run: chmod go-w ${each}`;
    if (dirname(each) === each) return null;
  }
}

function unfit(problem: string): CheckedProgram {
  return { fit: false, problem };
}
