import { callAgent } from '../control/callAgent.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { readControl } from '../control/controlFile.ts';
import { Home } from '../home/Home.ts';
import { isHomeLocked, lockHome } from '../home/lockHome.ts';
import { enrolHome, isOpenRoad } from '../run/enrolHome.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** Makes a home folder the worker of a configuration file; again with the same file, it does no harm. */
export async function importConfiguration(file: string, folder: string, json: boolean): Promise<ExitCode> {
  const configuration = await readConfiguration(file, Date.now());
  const home = Home.open(folder);
  const running = isHomeLocked(home.folder) && (await readControl(home.control)) !== undefined;
  const name = running
    ? await importIntoRunning(file, configuration, home)
    : await importIntoHome(configuration, home);
  const { gateway, workerId, workerName } = configuration;
  const isNew = name !== undefined;
  const option = home.folder === Home.usual ? '' : ` --home ${folder}`;
  if (json) console.log(JSON.stringify({ workerId, workerName: name ?? workerName, isNew, running }));
  else if (!isNew) console.log(`This machine is ${workerName} (${workerId}) already.`);
  else
    console.log(
      `This machine is now ${name} (${workerId}).${running ? '' : ` Start it with: pictor-worker start${option}`}`,
    );
  if (isNew && isOpenRoad(gateway)) {
    console.error(
      `Take care: ${gateway} is not encrypted, so anyone on the way can read this worker's credential.`,
    );
  }
  return exitCodes.done;
}

/** Resolves with the worker's name; undefined where the home was that worker before. */
async function importIntoHome(configuration: Configuration, home: Home): Promise<string | undefined> {
  const release = lockHome(home.folder);
  try {
    return (await enrolHome(configuration, home))?.workerName;
  } finally {
    release();
  }
}

async function importIntoRunning(
  file: string,
  configuration: Configuration,
  home: Home,
): Promise<string | undefined> {
  const body = { name: file.slice(-200), text: JSON.stringify(configuration) };
  const { isNew } = (await callAgent(home, 'POST', '/api/import', body)) as { isNew: boolean };
  return isNew ? configuration.workerName : undefined;
}
