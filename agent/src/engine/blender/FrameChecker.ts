import type { ChildProcess } from 'node:child_process';
import { startChild } from '../../program/startChild.ts';
import { EngineError } from '../EngineError.ts';
import type { FrameCheck, FrameVerdict } from './frameChecks.ts';

/** The largest frame decodes in seconds. */
const LIMIT_MS = 5 * 60_000;

/** Decodes frames in a process of its own, one at a time; started at the first frame. */
export class FrameChecker {
  #child: ChildProcess | undefined;

  /** Resolves when a frame is what it must be; throws EngineError FRAME_MISSING otherwise. */
  async check(check: FrameCheck): Promise<void> {
    const { problem } = await this.#ask(check);
    if (problem !== null) throw new EngineError('FRAME_MISSING', `A frame is refused: ${problem}.`);
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #ask(check: FrameCheck): Promise<FrameVerdict> {
    if (!this.#child?.connected) {
      this.#child = startChild('frame-checker', [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    }
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (verdict: FrameVerdict): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(verdict);
      };
      const timer = setTimeout(() => this.close(), LIMIT_MS);
      child.once('message', (verdict) => settle(verdict as FrameVerdict));
      child.once('error', (error) => settle({ problem: `it could not be decoded: ${error.message}` }));
      child.once('exit', () => settle({ problem: 'its decoder ended' }));
      child.send(check);
    });
  }
}
