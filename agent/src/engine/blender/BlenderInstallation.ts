import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { programFile } from '../../program/location.ts';
import { createUnconfined } from '../../sandbox/createUnconfined.ts';
import { findProgram } from '../../sandbox/findProgram.ts';
import { probeSandbox } from '../../sandbox/probeSandbox.ts';
import { runSupervised } from '../../sandbox/runSupervised.ts';
import type { Sandbox } from '../../sandbox/Sandbox.ts';
import { stampOf } from '../stampOf.ts';
import { blenderArgs } from './blenderArgs.ts';
import { blenderOfEnvironment, findBlender, isBlenderFolder, type FoundBlender } from './findBlender.ts';

const factsSchema = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  devices: z.record(z.string(), z.array(z.string())),
});

/** A Blender that was seen to run here, in the sandbox that scenes will be rendered in. */
export interface UsableBlender extends FoundBlender {
  readonly version: string;
  /** The kind of GPU to compute on, and how many of it there are; null for the CPU. */
  readonly gpus: { readonly type: string; readonly count: number } | null;
  readonly sandbox: Sandbox;
}

/** A Blender that works, or why none does. */
export type BlenderState =
  | { readonly usable: true; readonly blender: UsableBlender }
  | { readonly usable: false; readonly reason: string };

const SCRIPT = programFile('engine/blender/probeBlender.py');
const PROBE_LIMIT_MS = 120_000;
const KILL_GRACE_MS = 2_000;
const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 3_600_000;
const GIB = 1024 ** 3;
/** The fastest kind first; a GPU that several kinds can use is used through the first. */
const PREFERRED = ['OPTIX', 'CUDA', 'HIP', 'METAL', 'ONEAPI'];

/**
 * The machine's Blender, tried once and remembered: it is tried again when a program that it rests on or the GPUs' devices
 * have changed, as when a driver is loaded after the agent has started; and from time to time while it does not work or
 * finds no GPU where there may be one.
 */
export class BlenderInstallation {
  readonly #insistWithoutSandbox: boolean;
  readonly #clock: Clock;
  readonly #named: () => string | null;
  readonly #devices: string;
  #looking: Promise<BlenderState> | undefined;
  #known: { readonly mark: string; readonly state: BlenderState } | undefined;
  #failures = 0;
  #retryAt = 0;

  constructor(options: {
    readonly insistWithoutSandbox: boolean;
    readonly clock: Clock;
    /** The program that the owner has set; null for none. Asked often. */
    readonly named?: () => string | null;
    /** The folder of devices; tests put one of their own in its place. */
    readonly devices?: string;
  }) {
    this.#insistWithoutSandbox = options.insistWithoutSandbox;
    this.#clock = options.clock;
    this.#named = options.named ?? (() => null);
    this.#devices = options.devices ?? '/dev';
  }

  /** Says whether Blender works here; never throws. */
  look(): Promise<BlenderState> {
    this.#looking ??= this.#look()
      // A folder where Blender is looked for may be one that this account cannot read.
      .catch((error: Error) => unusable(`Blender cannot be looked for: ${error.message}.`))
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Has it tried again when it is looked for next: it was seen not to find its GPU. */
  doubt(): void {
    this.#known = undefined;
  }

  async #look(): Promise<BlenderState> {
    const named = this.#named() ?? blenderOfEnvironment();
    const found = findBlender(named);
    const programs = [found?.path, findProgram('bwrap')].map(markOf).join(' ');
    const devices = gpuDevices(this.#devices);
    const mark = `${programs} ${devices.join(' ')}`;
    const isSame = this.#known?.mark === mark;
    if (this.#known && isSame && this.#clock.elapsed() < this.#retryAt) return this.#known.state;
    if (!isSame) this.#failures = 0;
    const tried = await this.#try(found, named).catch((error: Error) => unusable(error.message));
    // One that works on the processor is not given up because a machine is too busy to look for its GPU again.
    const state = isSame && this.#known?.state.usable && !tried.usable ? this.#known.state : tried;
    this.#known = { mark, state };
    const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures++);
    // Linux shows no GPU without a device: until one shows itself there is nothing to look for, and a look takes a task's time.
    const hasAll =
      state.usable && (state.blender.gpus !== null || (process.platform === 'linux' && devices.length === 0));
    this.#retryAt = hasAll ? Infinity : this.#clock.elapsed() + waitMs;
    return state;
  }

  async #try(found: FoundBlender | undefined, named: string | null): Promise<BlenderState> {
    if (!found) {
      return unusable(
        named === null
          ? 'Blender was not found. Install it, or name its program: pictor-worker settings blender PATH.'
          : `The Blender that was named, ${named}, is no program.`,
      );
    }
    if (found.folder !== null && process.platform === 'linux' && !isBlenderFolder(found.folder)) {
      return unusable(`${found.folder} holds more than Blender: give Blender a folder of its own.`);
    }
    const probe = this.#insistWithoutSandbox
      ? { available: true as const, sandbox: createUnconfined() }
      : await probeSandbox();
    if (!probe.available) return unusable(probe.reason);
    return {
      usable: true,
      blender: { ...found, sandbox: probe.sandbox, ...(await factsOf(found, probe.sandbox)) },
    };
  }
}

async function factsOf(
  { path, folder }: FoundBlender,
  sandbox: Sandbox,
): Promise<Pick<UsableBlender, 'version' | 'gpus'>> {
  const nonce = randomUUID();
  let answer: string | undefined;
  const command = sandbox.confine({
    command: [path, ...blenderArgs({ script: SCRIPT })],
    readable: [SCRIPT, ...(folder === null ? [] : [folder])],
    writable: [],
    tmp: null,
    mostFileBytes: GIB,
    mostAddressBytes: null,
    gpus: true,
    environment: {},
  });
  const ending = await runSupervised(command, {
    input: `${nonce}\n`,
    priority: 0,
    onLine: (line) => {
      if (line.startsWith(`${nonce} `)) answer = line.slice(nonce.length + 1);
      return true;
    },
    silenceLimitMs: () => PROBE_LIMIT_MS,
    wallLimitMs: PROBE_LIMIT_MS,
    killGraceMs: KILL_GRACE_MS,
    mostMemoryBytes: 4 * GIB,
    mostProcesses: 64,
    signal: new AbortController().signal,
  });
  if (answer === undefined) {
    throw new Error(`${path} does not run: ${ending.lastLines.at(-1) ?? `it ended with ${ending.code}`}.`);
  }
  const { version, devices } = factsSchema.parse(JSON.parse(answer));
  const type = PREFERRED.find((each) => devices[each]?.length);
  return { version, gpus: type === undefined ? null : { type, count: devices[type]?.length ?? 0 } };
}

/** The devices by which drivers show the GPUs: they come with the driver. */
function gpuDevices(folder: string): string[] {
  return [folder, join(folder, 'dri')]
    .flatMap((each) => (existsSync(each) ? readdirSync(each) : []))
    .filter((name) => /^(nvidia|renderD|kfd|dxg)/.test(name))
    .sort();
}

/** Changes when a program is installed, replaced or removed. */
function markOf(path: string | undefined): string {
  if (path === undefined) return '-';
  return `${path}@${stampOf(path)}`;
}

function unusable(reason: string): BlenderState {
  return { usable: false, reason };
}
