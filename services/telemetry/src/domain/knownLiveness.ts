import { DomainError } from '@pictor/kit';
import type { Models } from '../model/openModels.ts';
import type { LivenessDocument } from '../model/liveness.ts';
import type { Agent } from './agentOf.ts';
import { Recent } from './recent.ts';

const maxKnown = 50_000;

/** Liveness as this process last read or wrote it: what a conditional write is tried with, and no more than that. */
export class KnownLiveness {
  readonly #models: Models;
  readonly #known = new Recent<LivenessDocument>(maxKnown);

  constructor(models: Models) {
    this.#models = models;
  }

  /** What is known without asking the store. */
  get(workerId: string): LivenessDocument | undefined {
    return this.#known.get(workerId);
  }

  /** Notes what this process wrote of a worker. */
  change(workerId: string, changes: Partial<LivenessDocument>): void {
    const liveness = this.#known.get(workerId);
    if (liveness) this.#known.set(workerId, { ...liveness, ...changes });
  }

  forget(workerId: string): void {
    this.#known.delete(workerId);
  }

  /** The liveness of each agent's worker, made where there is none, read where it is not known. */
  async of(agents: readonly Agent[]): Promise<Map<string, LivenessDocument>> {
    const unknown = agents.filter(({ workerId }) => !this.#known.get(workerId));
    const read = await this.#read(unknown);
    const missing = unknown.filter(({ workerId }) => !read.has(workerId));
    if (missing.length) {
      await this.#make(missing);
      for (const [id, liveness] of await this.#read(missing)) read.set(id, liveness);
    }
    for (const [id, liveness] of read) this.#known.set(id, liveness);
    return new Map(
      agents.map(({ workerId }) => [
        workerId,
        (read.get(workerId) ?? this.#known.get(workerId)) as LivenessDocument,
      ]),
    );
  }

  async #read(agents: readonly Agent[]): Promise<Map<string, LivenessDocument>> {
    if (!agents.length) return new Map();
    const found = await this.#models.liveness
      .find({ _id: { $in: agents.map(({ workerId }) => workerId) } }, { outbox: 0 })
      .lean<LivenessDocument[]>();
    return new Map(found.map((liveness) => [liveness._id, liveness]));
  }

  async #make(agents: readonly Agent[]): Promise<void> {
    const updates = agents.map(({ workerId, providerId }) => ({
      updateOne: {
        filter: { _id: workerId },
        update: { $setOnInsert: { providerId, ...neverHeard } },
        upsert: true,
      },
    }));
    await this.#models.liveness.bulkWrite(updates);
  }
}

/** How the liveness of a worker begins. */
export const neverHeard = {
  heardMs: 0,
  connectivity: 'NEW',
  connectivityRevision: 0,
  heat: null,
  heatRevision: 0,
} as const;

/** What a deleted worker's agent is told. */
export function requireNotDeleted({ deletedAt }: LivenessDocument): void {
  if (deletedAt)
    throw new DomainError('FORBIDDEN', 'This worker was deleted; stop the agent, or import a new worker.');
}
