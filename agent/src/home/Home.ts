import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AgentError } from '../AgentError.ts';
import { diskFull } from './diskFull.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';

const enrolmentSchema = z.object({
  version: z.literal(1),
  gateway: z.url({ protocol: /^https?$/ }),
  workerId: z.string().min(1),
  workerName: z.string(),
  credential: z.string().min(1),
});

/** What an agent is known by: the worker it acts for, and the credential that proves it. */
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** The folder in which an agent keeps everything; each lies in a file that only its owner may read. */
export class Home {
  /** Where it lies. */
  readonly folder: string;

  /** Names a home folder; nothing is made. */
  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  /** Opens a home folder and makes it if need be; throws AgentError HOME_UNUSABLE or DISK_FULL. */
  static open(folder: string): Home {
    const home = new Home(folder);
    for (const each of [home.folder, home.work, home.results, home.scenes]) {
      try {
        mkdirSync(each, { recursive: true, mode: 0o700 });
      } catch (cause) {
        throw unusable(each, cause);
      }
    }
    return home;
  }

  /** The home folder that is used unless another is named. */
  static get usual(): string {
    return join(homedir(), '.pictor-worker');
  }

  /** The folder for what running tasks need; emptied at each start. */
  get work(): string {
    return join(this.folder, 'work');
  }

  /** The folder for results that the platform has not acknowledged yet. */
  get results(): string {
    return join(this.folder, 'results');
  }

  /** The folder for scenes that later tasks may need again. */
  get scenes(): string {
    return join(this.folder, 'scenes');
  }

  /** The file of what is still to be told to the platform. */
  get outbox(): string {
    return join(this.folder, 'outbox.sqlite');
  }

  /** The file of readings that are still to be told to the platform. */
  get readings(): string {
    return join(this.folder, 'readings.sqlite');
  }

  /** The file that says what the agent is doing. */
  get status(): string {
    return join(this.folder, 'status.json');
  }

  /** The file of what the owner has set. */
  get settings(): string {
    return join(this.folder, 'settings.json');
  }

  /** The file of what the GPUs' power limits were before the agent changed them. */
  get powerLimits(): string {
    return join(this.folder, 'power-limits.json');
  }

  /** The file of how fast this machine was found to be. */
  get benchmark(): string {
    return join(this.folder, 'benchmark.json');
  }

  /** The file of which miner program the owner has chosen. */
  get miner(): string {
    return join(this.folder, 'miner.json');
  }

  /** The folder in which miners are started. */
  get mining(): string {
    return join(this.folder, 'mining');
  }

  /** The file of the owner's own parts of engines. */
  get engines(): string {
    return join(this.folder, 'engines.json');
  }

  /** The file of what the platform last said of the worker's bid and pay. */
  get terms(): string {
    return join(this.folder, 'terms.json');
  }

  /** The file of what this machine did lately. */
  get history(): string {
    return join(this.folder, 'history.sqlite');
  }

  /** The file by which commands find the running agent. */
  get control(): string {
    return join(this.folder, 'control.json');
  }

  /** The file of what the agent logs. */
  get log(): string {
    return join(this.folder, 'log.jsonl');
  }

  /** Reads the enrolment; undefined when there is none yet. Throws AgentError HOME_UNUSABLE for a damaged one. */
  async readEnrolment(): Promise<Enrolment | undefined> {
    const text = await this.#read('worker.json');
    if (text === undefined) return undefined;
    try {
      return enrolmentSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw unusable(join(this.folder, 'worker.json'), cause);
    }
  }

  /** Keeps the enrolment; it is on disk when this resolves. */
  async writeEnrolment(enrolment: Enrolment): Promise<void> {
    await this.#write('worker.json', `${JSON.stringify(enrolment, null, 2)}\n`);
  }

  /** The agent's Ed25519 key, made at the first call; it is on disk when this resolves. */
  async key(): Promise<KeyObject> {
    const known = await this.#read('key.pem');
    if (known !== undefined) {
      try {
        return createPrivateKey(known);
      } catch (cause) {
        throw unusable(join(this.folder, 'key.pem'), cause);
      }
    }
    const { privateKey } = generateKeyPairSync('ed25519');
    await this.#write('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    return privateKey;
  }

  async #read(name: string): Promise<string | undefined> {
    try {
      return await readFile(join(this.folder, name), 'utf8');
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw unusable(join(this.folder, name), cause);
    }
  }

  async #write(name: string, content: string): Promise<void> {
    try {
      await writeFileAtomically(join(this.folder, name), content, true);
    } catch (cause) {
      throw unusable(join(this.folder, name), cause);
    }
  }
}

/** The public half of a key as the platform wants it: SPKI in base64. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
}

function unusable(path: string, cause: unknown): AgentError {
  const full = diskFull(cause);
  if (full) return full;
  const why =
    cause instanceof z.ZodError
      ? 'its content is damaged'
      : cause instanceof Error
        ? cause.message
        : String(cause);
  return new AgentError('HOME_UNUSABLE', `${path} cannot be used: ${why}.`, { cause });
}
