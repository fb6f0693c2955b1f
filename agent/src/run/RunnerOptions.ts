import type { KeyObject } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { EngineFactory } from '../engine/Engine.ts';
import type { JobKind } from '../generated/graphql.ts';
import type { Home } from '../home/Home.ts';
import type { PastAttempt } from '../history/History.ts';
import type { Log } from '../log.ts';
import type { Execute } from '../platform/Operation.ts';
import type { Delivery } from './Delivery.ts';
import type { FrameUploads } from './FrameUploads.ts';
import type { Scenes } from './Scenes.ts';
import type { Work } from './Work.ts';

/** What slots at work are given, and whom they tell. */
export interface RunnerOptions {
  readonly execute: Execute;
  readonly delivery: Delivery;
  readonly home: Home;
  readonly key: KeyObject;
  readonly gateway: string;
  /** Makes a slot's engines; of several for one kind of task, the first that works is used. */
  readonly engines: readonly EngineFactory[];
  readonly scenes: Scenes;
  readonly uploads: FrameUploads;
  readonly clock: Clock;
  readonly log: Log;
  /** Told whenever what is at work, or how far it is, has changed. */
  readonly onChange: () => void;
  /** Told what keeps a task from being done. */
  readonly onError: (code: string, reason: string) => void;
  /** Whether the owner lets a slot take tasks of a kind. */
  readonly allows: (slot: number, kind: JobKind) => boolean;
  /** Frees a slot for a task; a task begins once it has resolved, and fails where it throws. */
  readonly beforeWork: (slot: number) => Promise<void>;
  /** Told that a slot has no task any more. */
  readonly afterWork: (slot: number) => void;
  /** Told how an attempt ended here. */
  readonly onEnded: (work: Work, outcome: PastAttempt['outcome'], reason: string | null) => void;
}
