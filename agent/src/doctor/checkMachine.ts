import type { Clock } from '../clock.ts';
import type { Home } from '../home/Home.ts';
import type { GpuMonitor } from '../metrics/GpuReading.ts';
import { probeSandbox } from '../sandbox/probeSandbox.ts';
import type { Check } from './Check.ts';
import { checkDisk } from './checkDisk.ts';
import { checkDriver } from './checkDriver.ts';
import { checkDriverAge } from './checkDriverAge.ts';
import { checkNetwork } from './checkNetwork.ts';
import { checkPermissions } from './checkPermissions.ts';
import { checkSandbox } from './checkSandbox.ts';
import { checkSystemAge } from './checkSystemAge.ts';
import { checkUser } from './checkUser.ts';

/** What is looked at. */
export interface CheckedMachine {
  readonly home: Home;
  readonly gpuMonitor: GpuMonitor;
  /** Where the platform is; undefined before an import. */
  readonly gateway: string | undefined;
  /** Whether the owner has scenes rendered where no sandbox works. */
  readonly insistWithoutSandbox: boolean;
  readonly clock: Clock;
}

/** Looks at what a machine brings along: what the doctor shows its owner, and what the platform is told of. */
export async function checkMachine(machine: CheckedMachine): Promise<Check[]> {
  const { home, gpuMonitor, gateway, insistWithoutSandbox, clock } = machine;
  const all = await Promise.all([
    checkDriver(gpuMonitor),
    checkDriverAge(gpuMonitor, clock.now()),
    checkSystemAge(clock.now()),
    probeSandbox().then((probe) => checkSandbox(probe, insistWithoutSandbox)),
    checkDisk(home),
    checkPermissions(home),
    checkUser(),
    checkNetwork(gateway, clock),
  ]);
  return all.flat();
}
