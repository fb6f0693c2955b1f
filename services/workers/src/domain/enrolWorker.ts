import { DomainError, outboxEntry, parseInput } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { z } from 'zod';
import type { WorkerDocument } from '../model/worker.ts';
import { credentialOf } from './credential.ts';
import { provenKey } from './keyProof.ts';
import { publishChange } from './publishChange.ts';
import { hashOf, newSecret } from './secrets.ts';
import { workerFields, type WorkerRecord } from './workerRecord.ts';
import type { World } from './world.ts';

const enrolmentInput = z.object({
  workerId: z.string().max(64, 'must be a worker’s id'),
  token: z.string().max(100, 'must be an enrolment token'),
  publicKey: z.base64('must be base64').max(100, 'must be an Ed25519 key'),
  proof: z.base64('must be base64').max(100, 'must be an Ed25519 signature'),
});

type EnrolmentInput = z.output<typeof enrolmentInput>;
type Candidate = WorkerRecord & Pick<WorkerDocument, 'enrolment' | 'publicKey'>;

const candidateFields = { ...workerFields, enrolment: 1, publicKey: 1 } as const;

/** A worker with its agent's own credential, which is nowhere else. */
export interface EnrolledWorker {
  worker: WorkerRecord;
  credential: string;
}

/**
 * Trades an enrolment token for the agent's credential. Repeated with the same key it gives the same credential, until
 * that has been used to report hardware or the token ends, so that a lost answer strands nobody. Throws INVALID_INPUT,
 * ENROLMENT_TOKEN_INVALID, ENROLMENT_TOKEN_USED, ENROLMENT_TOKEN_EXPIRED.
 */
export async function enrolWorker(world: World, given: EnrolmentInput): Promise<EnrolledWorker> {
  const { workerId, token, publicKey, proof } = parseInput(enrolmentInput, given);
  const input = {
    workerId,
    token,
    proof,
    publicKey: provenKey(publicKey, `enrol:${workerId}:${token}`, proof),
  };
  const candidate = await admit(world, input);
  if (candidate.publicKey) return repeat(candidate, input);
  return (await claim(world, candidate, input)) ?? repeat(await admit(world, input), input);
}

/** The worker that the token may enrol. */
async function admit(
  { workers, clock }: World,
  { workerId, token, publicKey }: EnrolmentInput,
): Promise<Candidate> {
  const worker = await workers.findOne({ _id: workerId, deletedAt: null }, candidateFields).lean();
  const { enrolment } = worker ?? {};
  if (!worker || enrolment?.tokenHash !== hashOf(token))
    throw refused('INVALID', 'is not valid, or was replaced by a newer configuration');
  if (enrolment.spent || (worker.publicKey && worker.publicKey !== publicKey))
    throw refused('USED', 'has been used');
  if (enrolment.expiresAt.getTime() <= clock.now()) throw refused('EXPIRED', 'has expired');
  return worker;
}

/** Enrols the worker with this key; undefined when another call was faster. */
async function claim(
  world: World,
  { providerId }: Candidate,
  { workerId, token, publicKey }: EnrolmentInput,
): Promise<EnrolledWorker | undefined> {
  const at = world.clock.now();
  const salt = newSecret();
  const credential = credentialOf(workerId, token, salt, publicKey);
  const unclaimed = {
    _id: workerId,
    deletedAt: null,
    enrolledAt: null,
    'enrolment.tokenHash': hashOf(token),
  };
  const worker = await world.workers
    .findOneAndUpdate(
      unclaimed,
      {
        $set: {
          publicKey,
          credentialHash: hashOf(credential),
          enrolledAt: new Date(at),
          'enrolment.salt': salt,
        },
        $push: { outbox: outboxEntry<EventMap>('worker.enrolled', { workerId, providerId, at }) },
      },
      { returnDocument: 'after', projection: workerFields },
    )
    .lean();
  if (!worker) return undefined;
  void world.outbox.kick(workerId);
  publishChange(world, worker);
  return { worker, credential };
}

function repeat({ enrolment, ...worker }: Candidate, { token, publicKey }: EnrolmentInput): EnrolledWorker {
  if (!enrolment?.salt) throw refused('USED', 'has been used');
  return { worker, credential: credentialOf(worker._id, token, enrolment.salt, publicKey) };
}

function refused(why: 'INVALID' | 'USED' | 'EXPIRED', sentence: string): DomainError {
  return new DomainError(
    `ENROLMENT_TOKEN_${why}`,
    `The enrolment token ${sentence}; get a new configuration.`,
  );
}
