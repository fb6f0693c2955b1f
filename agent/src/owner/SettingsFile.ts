import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AgentError } from '../AgentError.ts';
import { writeFileAtomically } from '../home/writeFileAtomically.ts';
import { settingsSchema, type Settings, type SettingsChange } from './settings.ts';

/** The owner's settings in a file that survives whatever happens to the agent. */
export class SettingsFile {
  readonly #path: string;
  #current: Settings;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, settings: Settings) {
    this.#path = path;
    this.#current = settings;
  }

  /** Reads the file; without one, everything is as usual. Throws AgentError HOME_UNUSABLE for a damaged one. */
  static async open(path: string): Promise<SettingsFile> {
    try {
      return new SettingsFile(path, settingsSchema.parse(JSON.parse(await readFile(path, 'utf8'))));
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
        return new SettingsFile(path, settingsSchema.parse({}));
      throw new AgentError(
        'HOME_UNUSABLE',
        `${path} cannot be used: ${why(cause)}. Mend it or move it away.`,
        {
          cause,
        },
      );
    }
  }

  get current(): Settings {
    return this.#current;
  }

  /** Changes some of it: it is on disk, and holds, when this resolves; what cannot be written does not hold. */
  async change(change: SettingsChange & Partial<Pick<Settings, 'pause' | 'mining'>>): Promise<void> {
    const write = this.#writing
      .catch(() => undefined)
      .then(async () => {
        const next = settingsSchema.parse({ ...this.#current, ...change });
        await writeFileAtomically(this.#path, `${JSON.stringify(next, null, 2)}\n`, true);
        this.#current = next;
      });
    this.#writing = write;
    await write;
  }
}

function why(cause: unknown): string {
  if (cause instanceof z.ZodError)
    return cause.issues.map(({ path, message }) => `${path.join('.') || 'the file'} ${message}`).join('; ');
  return cause instanceof Error ? cause.message : String(cause);
}
