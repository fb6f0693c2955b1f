import { sign } from 'node:crypto';
import { AgentError } from '../AgentError.ts';
import type { Configuration } from '../configuration.ts';
import { publicKeyOf, type Enrolment, type Home } from '../home/Home.ts';
import { enrolWorker } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import { postOperation } from '../platform/postOperation.ts';

/** Throws AgentError HOME_TAKEN where a home folder belongs to another worker than a configuration's. */
export async function checkHome({ workerId, workerName }: Configuration, home: Home): Promise<void> {
  const known = await home.readEnrolment();
  if (!known || known.workerId === workerId) return;
  throw new AgentError(
    'HOME_TAKEN',
    `${home.folder} belongs to ${known.workerName} (${known.workerId}). Give ${workerName} a folder of its own with --home DIR.`,
  );
}

/**
 * Makes a home folder the worker of a configuration; again with the same one, it does no harm. Resolves with undefined
 * where its token was used by this very home before. Throws AgentError.
 */
export async function enrolHome(configuration: Configuration, home: Home): Promise<Enrolment | undefined> {
  await checkHome(configuration, home);
  const isKnown = (await home.readEnrolment()) !== undefined;
  const enrolled = await trade(configuration, home, isKnown);
  if (!enrolled) return undefined;
  const { credential, worker } = enrolled;
  const { gateway } = configuration;
  const enrolment: Enrolment = {
    version: 1,
    gateway,
    workerId: worker.id,
    workerName: worker.name,
    credential,
  };
  await home.writeEnrolment(enrolment);
  return enrolment;
}

/** Whether what is said to a gateway can be read by anyone on the way. */
export function isOpenRoad(gateway: string): boolean {
  const { protocol, hostname } = new URL(gateway);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** Undefined where the token was used by this very home before. */
async function trade(
  { gateway, workerId, workerName, enrolmentToken }: Configuration,
  home: Home,
  isKnown: boolean,
) {
  // The key is on disk before the token is used: whatever is lost on the way, the same trade can be made again.
  const key = await home.key();
  const proof = sign(null, Buffer.from(`enrol:${workerId}:${enrolmentToken}`), key).toString('base64');
  const input = { workerId, token: enrolmentToken, publicKey: publicKeyOf(key), proof };
  try {
    return (await postOperation(gateway, enrolWorker, { input })).enrolWorker;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (isKnown && error.code === 'ENROLMENT_TOKEN_USED') return undefined;
    if (error.code === OFFLINE) {
      throw new AgentError(
        'PLATFORM_UNREACHABLE',
        `${error.message}. Nothing has changed: import the file again later.`,
      );
    }
    throw new AgentError(
      'PLATFORM_REFUSED',
      `The platform refused ${workerName}: ${error.message} (${error.code})`,
    );
  }
}
