import { readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GPU_FIELDS } from '../src/metrics/parseGpuRows.ts';

const recorded = new URL('../src/metrics/nvidia-smi-rows.csv', import.meta.url);
const [header = [], ...captures] = readFileSync(recorded, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));

/** One GPU as it was recorded under load, at a place on the bus of this machine. */
export interface RecordedGpu {
  /** A part of the capture's name. */
  readonly capture: string;
  readonly uuid: string;
  readonly bus: string;
}

const SCRIPT = `#!/bin/sh
# Answers what lies beside it, or hangs.
here=$(dirname "$0")
case "$1" in
  --help-query-gpu) cat "$here/help" ; exit 0 ;;
  --id=*) cat "$here/rest" ; exit 0 ;;
  '') echo 'CUDA Version: 13.1' ; exit 0 ;;
esac
[ -e "$here/hang" ] && exec sleep 600
cat "$here/answer"
exit "$(cat "$here/code")"
`;

/** A program in a folder of its own that plays an nvidia-smi of recorded GPUs, on good days and bad. */
export class StandInNvidiaSmi {
  readonly path: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.path = join(folder, 'nvidia-smi');
  }

  /** Makes the program in a folder. */
  static async make(folder: string): Promise<StandInNvidiaSmi> {
    const standIn = new StandInNvidiaSmi(folder);
    await standIn.#write('help', header.map((field) => `"${field}"`).join('\n'));
    await standIn.#write('nvidia-smi', SCRIPT);
    await chmod(standIn.path, 0o755);
    return standIn;
  }

  /** Shows these GPUs from now on. */
  async shows(gpus: readonly RecordedGpu[]): Promise<void> {
    await this.#answer(rowsOf(gpus), 0);
  }

  /** Fails from now on as where a GPU has fallen off the bus, and tells of the others when asked for them alone. */
  async loses(lost: RecordedGpu, others: readonly RecordedGpu[]): Promise<void> {
    await this.#write('rest', rowsOf(others));
    await this.#answer(
      `Unable to determine the device handle for GPU${lost.bus}: GPU is lost.  Reboot the system to recover this GPU\n`,
      15,
    );
  }

  /** Gives no answer from now on. */
  async hangs(): Promise<void> {
    await this.#write('hang', '');
  }

  async #answer(text: string, code: number): Promise<void> {
    await rm(join(this.#folder, 'hang'), { force: true });
    await this.#write('answer', text);
    await this.#write('code', String(code));
  }

  async #write(name: string, content: string): Promise<void> {
    await writeFile(join(this.#folder, name), content);
  }
}

/** Rows as they are asked for: our fields that the captures have, without units. */
function rowsOf(gpus: readonly RecordedGpu[]): string {
  const rows = gpus.map(({ capture, uuid, bus }, index) => {
    const found = captures.find(([name, state]) => name?.includes(capture) && state === 'load');
    if (!found) throw new Error(`${capture} was not recorded.`);
    const values = new Map(header.map((field, i) => [field, found[i]?.replace(/ (MiB|MHz|W|%)$/, '')]));
    const ours = new Map([...values, ['index', String(index)], ['uuid', uuid], ['pci.bus_id', bus]]);
    return GPU_FIELDS.filter((field) => ours.has(field)).map((field) => ours.get(field));
  });
  return rows.map((row) => `${row.join(', ')}\n`).join('');
}
