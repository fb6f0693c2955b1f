import type { FrameFormat, RenderInput } from '#lib/generated/graphql.ts';
import { frameCount } from './frameRange.ts';

/** What was typed into the fields of a render. */
export interface RenderForm {
  frameStart: string;
  frameEnd: string;
  frameStep: string;
  width: string;
  height: string;
  samples: string;
  format: FrameFormat;
}

/** A field of the form that holds a number. */
export type NumberField = Exclude<keyof RenderForm, 'format'>;

/** What a form asks for; or what is wrong with it, field by field. */
export interface ReadForm {
  input: RenderInput | undefined;
  /** How many frames it makes; 0 while that is not known. */
  frames: number;
  problems: Partial<Record<NumberField, string>>;
}

/** Sizes that are usual. */
export const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
] as const;

/** What a new form holds. */
export const newForm: RenderForm = {
  frameStart: '1',
  frameEnd: '1',
  frameStep: '1',
  width: '1920',
  height: '1080',
  samples: '64',
  format: 'PNG8',
};

const lastFrame = 1_048_574;
const mostFrames = 10_000;
const mostPixels = 50_000_000;
const bounds: Record<NumberField, readonly [least: number, most: number]> = {
  frameStart: [0, lastFrame],
  frameEnd: [0, lastFrame],
  frameStep: [1, lastFrame],
  width: [4, 16_384],
  height: [4, 16_384],
  samples: [1, 65_536],
};
const fields = Object.keys(bounds) as NumberField[];

/** Reads a form within the bounds that the API states. */
export function readForm(form: RenderForm): ReadForm {
  const problems: ReadForm['problems'] = {};
  const values = {} as Record<NumberField, number>;
  for (const field of fields) {
    const text = form[field].trim();
    const [least, most] = bounds[field];
    values[field] = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(values[field] >= least && values[field] <= most)) {
      problems[field] = `A whole number from ${least} to ${most.toLocaleString('en-US')}`;
    }
  }
  const { frameStart, frameEnd, frameStep, width, height } = values;
  const rangeIsKnown = !problems.frameStart && !problems.frameEnd && !problems.frameStep;
  const frames = rangeIsKnown ? frameCount({ start: frameStart, end: frameEnd, step: frameStep }) : 0;
  if (rangeIsKnown && frames === 0) problems.frameEnd = 'Not before the first frame';
  if (frames > mostFrames) {
    problems.frameEnd = `At most 10,000 frames: these are ${frames.toLocaleString('en-US')}`;
  }
  if (!problems.width && !problems.height && width * height > mostPixels) {
    problems.height = `At most 50 megapixels: these are ${Math.ceil((width * height) / 1e6)}`;
  }
  const isRight = Object.keys(problems).length === 0;
  return { input: isRight ? { ...values, format: form.format } : undefined, frames, problems };
}
