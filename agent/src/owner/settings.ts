import { z } from 'zod';
import { miningSchema } from '../mining/miningSettings.ts';
import { scheduleSchema } from './schedule.ts';

/** What the owner of a machine wants of its agent until told otherwise. */
const pauseSchema = z.object({
  /** PAUSE: stop now; DRAIN: stop after the task. */
  kind: z.enum(['PAUSE', 'DRAIN']),
  since: z.iso.datetime(),
  /** When it ends by itself; null when it does not. */
  until: z.iso.datetime().nullable(),
});

const temperatureSchema = z
  .int('must be a whole number of °C')
  .min(40, 'must be 40 °C or more')
  .max(110, 'must be 110 °C or less');
/** In watts, by a GPU's unique id or `all`. */
const powerCapsSchema = z
  .record(
    z.string().min(1).max(200),
    z.int('must be a whole number of W').min(1, 'must be 1 W or more').max(5_000, 'must be 5000 W or less'),
  )
  .refine((caps) => Object.keys(caps).length <= 65, 'are too many');
const gpusSchema = z.array(z.string().min(1).max(200)).max(64);
const kindsSchema = z.array(z.enum(['UPSCALE', 'RENDER'])).max(2);
const onPauseSchema = z.enum(['FINISH', 'HAND_BACK'], 'must be FINISH or HAND_BACK');

/** What the owner of a machine has set, as it lies in the home folder; what is left out is as usual. */
export const settingsSchema = z.strictObject({
  pause: pauseSchema.nullable().default(null),
  /** What becomes of a task under way when the owner pauses, the schedule closes or a GPU gets too hot. */
  onPause: onPauseSchema.default('FINISH'),
  /** No tasks while a GPU is hotter, in °C; null for no limit of ours. */
  maximumTemperature: temperatureSchema.nullable().default(null),
  /** When tasks may be taken; null for always. */
  schedule: scheduleSchema.nullable().default(null),
  /** The GPUs that take no tasks, by their unique ids. */
  gpusOff: gpusSchema.default([]),
  /** The kinds of task that are not taken. */
  enginesOff: kindsSchema.default([]),
  /** What GPUs may take while the agent runs, in watts: by a GPU's unique id, or for all others by `all`. */
  powerCaps: powerCapsSchema.default({}),
  /** No tasks while somebody uses the machine. */
  idleOnly: z.boolean().default(false),
  /** What it mines where it has nothing better to do; off unless switched on. */
  mining: miningSchema.prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The settings that an owner changes, those alone that are named; a pause and mining have ways of their own. */
export const settingsChangeSchema = z.strictObject({
  onPause: onPauseSchema.optional(),
  maximumTemperature: temperatureSchema.nullable().optional(),
  schedule: scheduleSchema.nullable().optional(),
  gpusOff: gpusSchema.optional(),
  enginesOff: kindsSchema.optional(),
  powerCaps: powerCapsSchema.optional(),
  idleOnly: z.boolean().optional(),
});

export type SettingsChange = z.infer<typeof settingsChangeSchema>;
