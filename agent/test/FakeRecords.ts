import type {
  BenchmarkInput,
  CompleteTaskInput,
  ComplianceCheckInput,
  ConnectionInput,
  EngineInput,
  FailTaskInput,
  HardwareInput,
  Intent,
  ProgressInput,
  ReadingInput,
} from '../src/generated/graphql.ts';
import type { FakeTask } from './FakeTask.ts';
import { digest } from './proofs.ts';
import { refusal } from './refusal.ts';

/** What a fake platform knows, was told and is to answer. */
export class FakeRecords {
  readonly credential = 'credential-of-the-worker';
  readonly tasks: FakeTask[] = [];
  readonly heartbeats: string[] = [];
  /** Whether the agent last said that it mines. */
  mining: boolean | undefined;
  /** What keeps it from tasks, as the last heartbeat said. */
  hold: unknown;
  readonly hardware: HardwareInput[] = [];
  readonly readings = new Map<string, ReadingInput>();
  readonly benchmarks: BenchmarkInput[] = [];
  readonly compliance: ComplianceCheckInput[][] = [];
  readonly connectionSpeeds: ConnectionInput[] = [];
  /** The runs that said that they end. */
  readonly endedRuns: string[] = [];
  readonly progress: ProgressInput[] = [];
  readonly completed: CompleteTaskInput[] = [];
  readonly failed: FailTaskInput[] = [];
  readonly runs: string[] = [];
  readonly uploads = new Map<string, Buffer>();
  /** What each slot last said that it can do. */
  readonly engines = new Map<number, EngineInput[]>();
  /** Every frame that was uploaded, in its order. */
  readonly frameUploads: number[] = [];
  /** How often inputs were fetched. */
  downloads = 0;
  /** Names of operations whose next answer is lost with the connection. */
  readonly loseAnswers = new Set<string>();
  /** What operations are refused with, by name. */
  readonly refusals = new Map<string, string>();
  /** Statuses that file requests are refused with, one after the other. */
  readonly fileRefusals: number[] = [];
  intent: Intent = 'RUN';
  /** The bid set for the worker, in micro-dollars. */
  customBid: string | null = null;
  /** What heartbeats say of it. */
  isWatched = false;
  publicKey: string | undefined;
  enrolmentToken = 'token';
  /** The files that uploads were asked for, by asset. */
  readonly assets = new Map<string, { attemptId: string; sizeBytes: number; frame?: number }>();

  /** The task that an attempt is at; refused when its lease is gone. */
  held({ attemptId, token }: { attemptId: string; token: string }): FakeTask {
    const task = this.tasks.find(({ attempt }) => attempt?.id === attemptId);
    if (!task || task.attempt?.token !== token) throw refusal('LEASE_LOST');
    return task;
  }

  /** The digest of what a result is said to be, from what was uploaded. */
  digestOf(task: FakeTask, input: CompleteTaskInput): string {
    if (!task.render) return digest(this.#uploaded(input.assetId ?? ''));
    const frames = input.frames ?? [];
    if (frames.map(({ frame }) => frame).join() !== task.render.frames.join()) throw refusal('INVALID_INPUT');
    for (const { frame, sha256 } of frames) {
      if (digest(this.#uploaded(task.frames.get(frame) ?? '')) !== sha256) throw refusal('DIGEST_MISMATCH');
    }
    return digest(frames.map(({ frame, sha256 }) => `${frame} ${sha256}\n`).join(''));
  }

  #uploaded(assetId: string): Buffer {
    const asset = this.uploads.get(assetId);
    if (!asset) throw refusal('UPLOAD_INCOMPLETE');
    return asset;
  }
}
