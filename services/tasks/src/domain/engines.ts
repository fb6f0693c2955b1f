import { z } from 'zod';
import type { JobKind } from '../model/job.ts';
import { limits } from './limits.ts';

/** Kinds of tasks; the words of the contract. */
export const jobKinds = ['UPSCALE', 'RENDER'] as const satisfies readonly JobKind[];

/** What a slot says it can do. */
export const enginesSchema = z
  .array(
    z.object({
      kind: z.enum(jobKinds),
      version: z
        .string()
        .regex(/^\d{1,3}(\.\d{1,3}){1,2}$/, 'A version is like 3.4 or 3.4.1.')
        .nullish(),
    }),
  )
  .min(1)
  .max(limits.engines);

/** What a slot can do. */
export type Engines = z.output<typeof enginesSchema>;

/** The kinds of tasks that a slot can do, each once. */
export const kindsOf = (engines: Engines): JobKind[] => [...new Set(engines.map(({ kind }) => kind))];

/** Whether a slot can do a job: a scene needs the version that saved it, or a later one. */
export function canDo(
  engines: Engines,
  { kind, sceneVersion }: { kind: JobKind; sceneVersion?: string | undefined },
): boolean {
  if (!kindsOf(engines).includes(kind)) return false;
  return sceneVersion === undefined || (blenderOf(engines) ?? 0) >= sceneNumber(sceneVersion);
}

/** The newest Blender of a slot as a number, see `sceneNumber`; undefined when it has none. */
export function blenderOf(engines: Engines): number | undefined {
  const told = engines.flatMap(({ kind, version }) =>
    kind === 'RENDER' && version ? sceneNumber(version) : [],
  );
  return told.length ? Math.max(...told) : undefined;
}

/** A version of Blender as a number that grows with it. Only major and minor decide what a file can hold. */
export function sceneNumber(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1_000 + minor;
}
