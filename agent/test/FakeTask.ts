import { createHash } from 'node:crypto';
import type { FrameFormat } from '../src/generated/graphql.ts';

/** A task of a fake platform, and the one attempt at it. */
export interface FakeTask {
  readonly id: string;
  readonly input: Buffer;
  readonly band?: { width: number; height: number; keepTop: number; keepHeight: number };
  readonly render?: {
    frames: number[];
    width: number;
    height: number;
    samples: number;
    format: FrameFormat;
  };
  /** The assets of frames of the current attempt, by frame. */
  readonly frames: Map<number, string>;
  state: 'QUEUED' | 'RUNNING' | 'REPORTED' | 'FAILED';
  attempt?: { id: string; token: string; slot: number };
}

/** The lease of a task's attempt; null without one. */
export function leaseOf(task: FakeTask) {
  const { id, attempt, input, band, render } = task;
  if (!attempt) return null;
  return {
    attemptId: attempt.id,
    taskId: id,
    token: attempt.token,
    slot: attempt.slot,
    kind: kindOf(task),
    check: false,
    expiresAt: new Date().toISOString(),
    inputUrl: `/files/${id}?signature=secret`,
    inputBytes: input.length,
    inputSha256: render ? createHash('sha256').update(input).digest('hex') : null,
    upscale: band ? { factor: 2, ...band } : null,
    render: render ? { ...render, uploaded: [...task.frames.keys()] } : null,
    reward: '1',
  };
}

/** The kind of a task. */
export function kindOf({ render }: FakeTask): 'RENDER' | 'UPSCALE' {
  return render ? 'RENDER' : 'UPSCALE';
}
