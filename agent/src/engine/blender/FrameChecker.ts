import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startChild } from '../../program/startChild.ts';
import type { Sandbox } from '../../sandbox/Sandbox.ts';
import { EngineError } from '../EngineError.ts';
import { verdictSchema, type FrameCheck, type FrameVerdict } from './frameChecks.ts';

/** The largest frame decodes in seconds. */
const LIMIT_MS = 5 * 60_000;
const CLOSE_GRACE_MS = 2_000;

/** Decodes the frames in a folder in a confined process of its own, one at a time; started at the first frame. */
export class FrameChecker {
  readonly #sandbox: Sandbox;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  constructor(sandbox: Sandbox, folder: string) {
    this.#sandbox = sandbox;
    this.#folder = folder;
  }

  /** Resolves when a frame is what it must be, with a small JPEG of it; throws EngineError FRAME_MISSING otherwise. */
  async check(check: FrameCheck): Promise<Buffer | null> {
    const { problem, preview } = await this.#ask(check);
    if (problem !== null) throw new EngineError('FRAME_MISSING', `A frame is refused: ${problem}.`);
    return preview === null ? null : Buffer.from(preview, 'base64');
  }

  /** Ends the process; resolves when it is gone with what confined it. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    // It ends by itself when nobody is left to ask it, and its guard after it.
    if (child.connected) child.disconnect();
    const kill = setTimeout(() => child.kill('SIGKILL'), CLOSE_GRACE_MS);
    await exited.catch(() => undefined);
    clearTimeout(kill);
  }

  #ask(check: FrameCheck): Promise<FrameVerdict> {
    if (!this.#child?.connected) {
      this.#child = startChild('frame-checker', [], {
        sandbox: this.#sandbox,
        readable: [this.#folder],
        writable: [],
        gpus: false,
        environment: {},
        mostFileBytes: 0,
        stderr: 'ignore',
        detached: false,
      });
    }
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (verdict: FrameVerdict): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        // What still comes of a process that is being ended is of no interest, but must be heard.
        child.on('error', () => undefined);
        resolve(verdict);
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
      child.once('message', (verdict) => settle(verdictSchema.parse(verdict)));
      child.once('error', (error) =>
        settle({ problem: `it could not be decoded: ${error.message}`, preview: null }),
      );
      child.once('exit', () => settle({ problem: 'its decoder ended', preview: null }));
      child.send(check);
    });
  }
}
