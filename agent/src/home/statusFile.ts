import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { miningStatusSchema } from '../mining/miningStatus.ts';
import { termsSchema } from '../terms/Terms.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';

const statusSchema = z.object({
  /** The agent's process. */
  pid: z.int(),
  /** When it started, as an ISO text. */
  startedAt: z.string(),
  /** When this was written, as an ISO text. */
  updatedAt: z.string(),
  /** The worker it acts for. */
  worker: z.object({ id: z.string(), name: z.string() }),
  /** Where the platform is. */
  gateway: z.string(),
  /** How it stands with the platform. */
  connection: z.enum(['CONNECTING', 'ONLINE', 'OFFLINE']),
  /** When the platform last answered a heartbeat, as an ISO text; null before the first. */
  heardAt: z.string().nullable(),
  /** What it is to do: the strictest of what its owner, the portal, the schedule and the heat say. */
  intent: z.enum(['RUN', 'DRAIN', 'PAUSE']),
  /** All that keeps it from taking tasks. */
  holds: z.array(
    z.object({
      by: z.enum(['OWNER', 'PORTAL', 'SCHEDULE', 'TEMPERATURE', 'IN_USE']),
      intent: z.enum(['PAUSE', 'DRAIN']),
      until: z.string().nullable(),
      /** Why, in a few words, where `by` alone does not say it. */
      reason: z.string().optional(),
    }),
  ),
  /** What it is at work on. */
  tasks: z.array(
    z.object({
      taskId: z.string(),
      kind: z.enum(['UPSCALE', 'RENDER']),
      /** What it pays once it is verified, in micro-dollars. */
      reward: z.string(),
      slot: z.int(),
      check: z.boolean(),
      /** Share done, 0 to 1. */
      progress: z.number(),
      /** How many previews there were: another number means that there is a new one to ask for. */
      previews: z.int(),
      startedAt: z.string(),
      /** When it should be done, from the pace so far; null while unknown. */
      expectedAt: z.string().nullable(),
    }),
  ),
  /** How it mines. */
  mining: miningStatusSchema,
  /** Finished attempts that the platform has not acknowledged yet. */
  unacknowledged: z.int(),
  /** What the platform last said of the worker's bid and pay; null before it did. */
  terms: termsSchema.nullable().default(null),
  /** What went wrong last; null when nothing has. */
  lastError: z.object({ at: z.string(), code: z.string(), message: z.string() }).nullable(),
});

/** What a running agent says about itself, for whoever asks on its machine. */
export type AgentStatus = z.infer<typeof statusSchema>;

/** At most one write in this time, however often the status changes. */
const WRITE_INTERVAL_MS = 500;

/** Writes an agent's status to a file whenever it changes. */
export class StatusWriter {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #onChange: (status: AgentStatus) => void;
  #status: AgentStatus;
  #cancel: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    path: string,
    clock: Clock,
    status: Omit<AgentStatus, 'updatedAt'>,
    onError: (error: unknown) => void,
    onChange: (status: AgentStatus) => void,
  ) {
    this.#path = path;
    this.#clock = clock;
    this.#onError = onError;
    this.#onChange = onChange;
    this.#status = { ...status, updatedAt: '' };
    this.#write();
  }

  /** Changes some of it; it is written soon. */
  update(change: Partial<Omit<AgentStatus, 'updatedAt'>>): void {
    this.#status = { ...this.#status, ...change };
    this.#cancel ??= this.#clock.after(WRITE_INTERVAL_MS, () => this.#write());
  }

  /** Writes what is not written yet. */
  async close(): Promise<void> {
    if (this.#cancel) this.#write();
    await this.#writing;
  }

  #write(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#status.updatedAt = new Date(this.#clock.now()).toISOString();
    this.#onChange(this.#status);
    const content = JSON.stringify(this.#status, null, 2);
    this.#writing = this.#writing
      .then(() => writeFileAtomically(this.#path, content, false))
      .catch(this.#onError);
  }
}

/** Reads what an agent last said about itself; undefined when it never did or it cannot be read. */
export async function readStatus(path: string): Promise<AgentStatus | undefined> {
  try {
    return statusSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}
