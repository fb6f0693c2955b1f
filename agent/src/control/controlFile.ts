import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';

const controlSchema = z.object({ port: z.int().min(1).max(65_535), bearer: z.string().min(1) });

/** How commands reach the running agent: only its owner can read the file, so only they can. */
export type Control = z.infer<typeof controlSchema>;

/** Says where the running agent listens. */
export async function writeControl(path: string, control: Control): Promise<void> {
  await writeFileAtomically(path, JSON.stringify(control), false);
}

/** Where the running agent listens; undefined where nobody said so. */
export async function readControl(path: string): Promise<Control | undefined> {
  try {
    return controlSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The agent listens no more. */
export async function removeControl(path: string): Promise<void> {
  await rm(path, { force: true });
}
