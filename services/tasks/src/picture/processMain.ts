import { archiveFiles } from './archiveFiles.ts';
import { assemble } from './assemble.ts';
import { compareFrames } from './compareFrames.ts';
import { compareResults } from './compareResults.ts';
import { cutBands } from './cutBands.ts';
import { inspectFrame } from './inspectFrame.ts';
import { inspectResult } from './inspectResult.ts';
import type { PictureErrorCode, PictureReply, PictureRequest, PictureWork, WorkName } from './messages.ts';
import { normalise } from './normalise.ts';
import { PictureError } from './PictureError.ts';
import { readScene } from './readScene.ts';

/** What this process ends with when it has taken too much memory. */
const outOfMemoryExit = 77;
const memoryCheckEveryMs = 100;

// Whoever started this process is gone: nobody is left to answer.
process.once('disconnect', () => process.exit());

const maxResidentBytes = Number(process.argv[2]) * 2 ** 20;

function checkMemory(): void {
  if (process.memoryUsage.rss() > maxResidentBytes) process.exit(outOfMemoryExit);
}

const works: {
  [Name in WorkName]: (input: PictureWork[Name]['input']) => Promise<PictureWork[Name]['output']>;
} = {
  normalise,
  cut: cutBands,
  inspect: inspectResult,
  compare: compareResults,
  assemble,
  scene: readScene,
  frame: inspectFrame,
  compareFrames,
  archive: archiveFiles,
};

process.on('message', ({ name, input }: PictureRequest) => {
  const work = works[name] as (input: unknown) => Promise<PictureWork[WorkName]['output']>;
  const checking = setInterval(checkMemory, memoryCheckEveryMs);
  work(input)
    .then(
      (output) => reply({ ok: true, output }),
      (error: Error) => reply({ ok: false, code: codeOf(error), message: error.message }),
    )
    .finally(() => clearInterval(checking));
});

function reply(message: PictureReply): void {
  process.send?.(message);
}

function codeOf(error: Error): PictureErrorCode {
  if (error instanceof PictureError) return error.code;
  return /no space left|ENOSPC|EDQUOT/i.test(error.message) ? 'DISK_FULL' : 'PICTURE_PROCESS_FAILED';
}
