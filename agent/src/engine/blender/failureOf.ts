import { statfs } from 'node:fs/promises';
import type { Ending } from '../../sandbox/runSupervised.ts';
import { EngineError } from '../EngineError.ts';
import type { BlenderEvent } from './readEvent.ts';

type Refused = Extract<BlenderEvent, { event: 'REFUSED' }>;

const LEAST_FREE_BYTES = 64 * 1024 * 1024;
/** Blender's own words for what a scene's creator or the machine's owner can mend. */
const SAYINGS = [
  {
    pattern: /Failed to read blend file|File format is not supported|Unable to (open|read) blend/i,
    code: 'SCENE_REFUSED',
    sentence: 'The scene cannot be read: its file is damaged, or is no .blend.',
  },
  {
    pattern:
      /Unable to open a display|EGL_NOT_INITIALIZED.*\bGPU|Couldn't initialize window system|no GPU backend/i,
    code: 'ENGINE_FAILED',
    sentence: 'The scene is rendered by Eevee, which finds neither a display nor a GPU on this machine.',
  },
  {
    pattern: /out of memory|bad_alloc|[CM]alloc returns null/i,
    code: 'ENGINE_EXCEEDED',
    sentence: 'The scene needs more memory than this machine gives it.',
  },
] as const;

/** What a refusal of our script means, in a sentence. */
export function refusalOf({ why, detail }: Refused, version: string): EngineError {
  const short = detail.slice(0, 200);
  switch (why) {
    case 'NEWER':
      return new EngineError(
        'INPUT_REFUSED',
        `The scene was saved by Blender ${short}, which is later than ${version}.`,
      );
    case 'ENGINE':
      return new EngineError(
        'SCENE_REFUSED',
        `The scene is rendered by "${short}"; only Cycles and Eevee are supported.`,
      );
    case 'NO_CAMERA':
      return new EngineError('SCENE_REFUSED', `The scene has no camera at frame ${short}.`);
    case 'NO_DEVICE':
      return new EngineError(
        'ENGINE_UNAVAILABLE',
        'Blender does not find the GPU any more: restart the machine, or look at its driver.',
      );
    case 'FAILED':
      return sayingOf([detail]) ?? new EngineError('ENGINE_FAILED', `Blender could not render: ${short}.`);
  }
}

/** What it means that Blender ended before its time, from the last that it said. */
export function endingOf({ code, signal, lastLines }: Ending): EngineError {
  const saying = sayingOf(lastLines);
  if (saying) return saying;
  const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
  const last = lastLines.findLast((line) => /error/i.test(line)) ?? lastLines.at(-1) ?? '';
  return new EngineError('ENGINE_CRASHED', `Blender ended with ${how}${last && `: ${last.slice(0, 200)}`}.`);
}

/** The failure itself, or DISK_FULL where there is no room for frames: that shows itself in many ways. */
export async function orDiskFull(error: unknown, folder: string): Promise<unknown> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= LEAST_FREE_BYTES || (error instanceof EngineError && error.code === 'CANCELLED'))
    return error;
  return new EngineError('DISK_FULL', 'There is no room left on the disk for frames.', { cause: error });
}

function sayingOf(lines: readonly string[]): EngineError | undefined {
  const saying = SAYINGS.find(({ pattern }) => lines.some((line) => pattern.test(line)));
  return saying && new EngineError(saying.code, saying.sentence);
}
