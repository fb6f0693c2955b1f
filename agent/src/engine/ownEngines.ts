import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AgentError } from '../AgentError.ts';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';

const path = z.string().min(1).max(4_096);

const ownSchema = z.strictObject({
  /** The folder with ONNX Runtime's libraries, those of GPUs among them. */
  onnxruntime: path.nullable().default(null),
  /** The owner's own file of the upscaling network. */
  upscaleModel: path.nullable().default(null),
  /** The program realesrgan-ncnn-vulkan, with a folder `models` beside it. */
  ncnn: path.nullable().default(null),
  /** The program Blender. */
  blender: path.nullable().default(null),
  /** The name of the model of realesrgan-ncnn-vulkan; null for the one that it brings for a factor of 2. */
  ncnnModel: z
    .string()
    .regex(/^\w[\w.-]{0,99}$/)
    .nullable()
    .default(null),
});

/** The owner's own parts of engines, as absolute paths; null for what came with the agent. */
export type OwnEngines = z.infer<typeof ownSchema>;

export const NOTHING_OWN: OwnEngines = ownSchema.parse({});

/**
 * The file of the owner's own parts of engines. It is apart from the other settings since nothing but a command on this machine
 * writes it: what is loaded here is chosen by who can write its owner's files.
 */
export class OwnEnginesFile {
  readonly #path: string;
  #readAt = NaN;
  #known: OwnEngines = NOTHING_OWN;

  constructor(path: string) {
    this.#path = path;
  }

  /** What is in it now. Asked often, it is read only when it was written since. Throws AgentError HOME_UNUSABLE. */
  get current(): OwnEngines {
    const writtenAt = statSync(this.#path, { throwIfNoEntry: false })?.mtimeMs;
    if (writtenAt === undefined) return NOTHING_OWN;
    if (writtenAt !== this.#readAt) {
      this.#known = this.#read();
      this.#readAt = writtenAt;
    }
    return this.#known;
  }

  /** Changes some of it; it is on disk when this resolves. */
  async change(change: Partial<OwnEngines>): Promise<OwnEngines> {
    const changed = { ...this.current, ...change };
    await writeFileAtomically(this.#path, `${JSON.stringify(changed, null, 2)}\n`, true);
    return changed;
  }

  #read(): OwnEngines {
    try {
      return ownSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch (cause) {
      throw new AgentError(
        'HOME_UNUSABLE',
        `${this.#path} cannot be used. Remove it and set anew what was in it.`,
        {
          cause,
        },
      );
    }
  }
}
