import { resolve } from 'node:path';
import { AgentError } from '../AgentError.ts';
import { Home } from '../home/Home.ts';
import { checkPurge } from '../install/checkPurge.ts';
import type { Machine, Plan } from '../install/Machine.ts';
import { describeStep, performStep, type RunCommand } from '../install/performStep.ts';
import { linuxHome, planLinuxInstall, planLinuxUninstall } from '../install/planLinux.ts';
import { planWindowsInstall, planWindowsUninstall, windowsHome } from '../install/planWindows.ts';
import { thisMachine } from '../install/thisMachine.ts';
import { createCommand } from '../metrics/createCommand.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const COMMAND_LIMIT_MS = 60_000;

export interface InstallOptions {
  /** The home folder; the usual one stands for the one that fits the kind of installation. */
  readonly folder: string;
  /** Whether to print what would be done, and do nothing. */
  readonly dryRun: boolean;
  /** With `uninstallAgent`: whether the home folder goes too. */
  readonly purge: boolean;
}

/** What an installation needs of the outside. */
interface Outside {
  readonly machine: Machine;
  readonly runCommand: RunCommand;
}

const here = (): Outside => ({
  machine: thisMachine(),
  runCommand: (file, args) => createCommand(file, COMMAND_LIMIT_MS)(args),
});

/** Has the agent started with this machine, or with this account. Doing it again brings it up to date. */
export function installAgent(options: InstallOptions, outside = here()): Promise<ExitCode> {
  const { machine } = outside;
  const named = nameOf(options.folder);
  if (machine.platform === 'linux') return carryOut(planLinuxInstall(machine, named), options, outside);
  if (machine.platform === 'win32') return carryOut(planWindowsInstall(machine, named), options, outside);
  throw unsupported();
}

/** Takes away what `installAgent` did; who this worker is stays, unless it is purged. */
export function uninstallAgent(options: InstallOptions, outside = here()): Promise<ExitCode> {
  const { machine } = outside;
  const named = nameOf(options.folder);
  const { purge } = options;
  if (machine.platform === 'linux') {
    if (purge) checkPurge(linuxHome(machine, named), machine.userHome);
    return carryOut(planLinuxUninstall(machine, named, purge), options, outside);
  }
  if (machine.platform === 'win32') {
    if (purge) checkPurge(named ?? windowsHome(machine.userHome), machine.userHome);
    return carryOut(planWindowsUninstall(machine, named, purge), options, outside);
  }
  throw unsupported();
}

async function carryOut(
  { steps, sentences }: Plan,
  { dryRun }: InstallOptions,
  { runCommand }: Outside,
): Promise<ExitCode> {
  for (const step of steps) {
    console.log(`${dryRun ? 'would ' : ''}${describeStep(step)}`);
    if (dryRun && step.do === 'WRITE') console.log(step.content.replace(/^/gm, '    ').trimEnd());
    if (!dryRun) await performStep(step, runCommand);
  }
  if (!dryRun) console.log(`\n${sentences.join('\n')}`);
  return exitCodes.done;
}

const nameOf = (folder: string): string | undefined => (folder === Home.usual ? undefined : resolve(folder));

function unsupported(): AgentError {
  return new AgentError(
    'INSTALL_REFUSED',
    'This is for Linux and Windows. Here, have launchd or what you like run: pictor-worker start',
  );
}
