import { DomainError, type Actor } from '@pictor/kit';
import type { WorkerDocument } from '../model/worker.ts';
import { workerNamedBy } from './credential.ts';
import type { Proven } from './proven.ts';
import { hashOf } from './secrets.ts';
import { unauthenticated } from './unauthenticated.ts';
import { unsynced } from './unsynced.ts';
import type { World } from './world.ts';

/** Short, because every renewal is how a run is heard from. */
const tokenLifetimeMs = 20_000;
const runSilentMs = 30_000;
const runForm = /^[\w.:-]{1,64}$/;

const actorFields = { role: 1, providerId: 1, publicKey: 1 } as const;

/**
 * The worker of an agent's credential, which this run holds from now on. Rejects with UNAUTHENTICATED for a credential
 * that is unknown or revoked, and with CREDENTIAL_IN_USE while another run has been heard from in the last 30 s.
 */
export async function identifyWorker(
  world: World,
  credential: string,
  run: string | undefined,
): Promise<Proven> {
  const id = workerNamedBy(credential);
  if (!id) throw revoked();
  if (!run || !runForm.test(run))
    throw unauthenticated('Send a run id with the credential: 1 to 64 letters, digits, dots and dashes.');
  const now = world.clock.now();
  const owner = { _id: id, credentialHash: hashOf(credential) };
  const worker = await world.workers
    .findOneAndUpdate(
      {
        ...owner,
        $or: [{ 'run.id': run }, { run: null }, { 'run.heardAt': { $lt: new Date(now - runSilentMs) } }],
      },
      { $set: { run: { id: run, heardAt: new Date(now) } } },
      { projection: actorFields, writeConcern: unsynced },
    )
    .lean();
  if (worker) return { actor: actorOf(worker), until: now + tokenLifetimeMs };
  if (!(await world.workers.exists(owner))) throw revoked();
  throw new DomainError(
    'CREDENTIAL_IN_USE',
    'Another agent works with this credential. Stop that one; this one may take over 30 s after it was last heard from.',
  );
}

function actorOf({
  _id: id,
  role,
  providerId,
  publicKey,
}: Pick<WorkerDocument, '_id' | 'role' | 'providerId' | 'publicKey'>): Actor {
  const permissions = role === 'checker' ? (['check'] as const) : (['work'] as const);
  return { id, role, workerId: id, providerId, ...(publicKey && { publicKey }), permissions };
}

function revoked(): DomainError {
  return unauthenticated('This worker’s credential is not valid any more; enrol it again.');
}
