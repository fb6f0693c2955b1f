import { sign } from 'node:crypto';
import { AgentError } from '../AgentError.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { Home, publicKeyOf } from '../home/Home.ts';
import { lockHome } from '../home/lockHome.ts';
import { enrolWorker } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';
import { postOperation } from '../platform/postOperation.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** Makes a home folder the worker of a configuration file; again with the same file, it does no harm. */
export async function importConfiguration(file: string, folder: string): Promise<ExitCode> {
  const configuration = await readConfiguration(file, Date.now());
  const home = Home.open(folder);
  const release = lockHome(home.folder);
  try {
    const known = await home.readEnrolment();
    if (known && known.workerId !== configuration.workerId) {
      throw new AgentError(
        'HOME_TAKEN',
        `${home.folder} belongs to ${known.workerName} (${known.workerId}). Give ${configuration.workerName} a folder of its own with --home DIR.`,
      );
    }
    const enrolled = await enrol(configuration, home, known !== undefined);
    if (!enrolled) {
      console.log(`This machine is ${configuration.workerName} (${configuration.workerId}) already.`);
      return exitCodes.done;
    }
    const { credential, worker } = enrolled;
    const { gateway } = configuration;
    await home.writeEnrolment({
      version: 1,
      gateway,
      workerId: worker.id,
      workerName: worker.name,
      credential,
    });
    const option = home.folder === Home.usual ? '' : ` --home ${folder}`;
    console.log(
      `This machine is now ${worker.name} (${worker.id}). Start it with: pictor-worker start${option}`,
    );
    if (isOpenRoad(gateway)) {
      console.error(
        `Take care: ${gateway} is not encrypted, so anyone on the way can read this worker's credential.`,
      );
    }
    return exitCodes.done;
  } finally {
    release();
  }
}

/** Undefined where the token was used by this very home before. */
async function enrol(
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

function isOpenRoad(gateway: string): boolean {
  const { protocol, hostname } = new URL(gateway);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
