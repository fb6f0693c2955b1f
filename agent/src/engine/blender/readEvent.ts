import { z } from 'zod';

const frame = z.int();
const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('READY'), engine: z.string(), denoises: z.boolean() }),
  z.object({ event: z.literal('BEGUN'), frame }),
  z.object({ event: z.literal('WRITTEN'), frame }),
  z.object({ event: z.literal('DONE') }),
  z.object({
    event: z.literal('REFUSED'),
    why: z.enum(['NEWER', 'ENGINE', 'NO_CAMERA', 'NO_DEVICE', 'FAILED']),
    detail: z.string(),
  }),
]);

/** What our script says inside Blender. */
export type BlenderEvent = z.infer<typeof eventSchema>;

/** Reads a line as an event of our script; undefined for all other lines, those of scenes among them. */
export function readEvent(line: string, nonce: string): BlenderEvent | undefined {
  if (!line.startsWith(`${nonce} `)) return undefined;
  try {
    return eventSchema.parse(JSON.parse(line.slice(nonce.length + 1)));
  } catch {
    return undefined;
  }
}
