import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { bundleProgram } from '../agent/package/bundleProgram.ts';
import { importConfiguration } from '../demo/agentProcess.ts';
import type { Api } from '../demo/api.ts';
import { openAccount } from '../e2e/setup/accounts.ts';
import { createWorker } from '../e2e/setup/createWorker.ts';
import { eventually } from '../e2e/setup/eventually.ts';
import { openPlatform } from '../e2e/setup/openPlatform.ts';
import { temporaryFolder } from '../e2e/setup/temporaryFolder.ts';
import { printTable } from './table.ts';

/** What the agent promises to stay below at rest. */
const most = { cpuPercent: 1, memoryMb: 100 };
const measuredMs = 60_000;
/** It measures itself after five minutes without a task, and keeps its engine warm for three more. */
const patienceMs = 720_000;
const ticksPerSecond = 100;

/**
 * What a connected agent without a task costs the machine, with all that it started, beside a Node that does nothing. It is
 * the program as it is packaged, and at rest once it has measured the machine and its connection.
 */
export async function benchAgents(): Promise<void> {
  using folder = temporaryFolder();
  await using platform = await openPlatform();
  const { api } = await openAccount(platform.url, 'bench');
  const { id, configuration } = await createWorker(api, 'bench');
  const home = join(folder.path, 'agent');
  const file = join(folder.path, 'worker.pictor.json');
  writeFileSync(file, configuration, { mode: 0o600 });
  await importConfiguration(file, home);
  const agent = spawn(process.execPath, [await packaged(), 'start', '--home', home], {
    stdio: 'ignore',
  });
  const pid = agent.pid!;
  await eventually('the agent online', async () => (await tell(api, id)).status.connectivity === 'ONLINE');
  const nothing = spawn(process.execPath, ['-e', 'setInterval(() => {}, 5000)'], { stdio: 'ignore' });
  const warm = await costOf(pid);
  await eventually('its connection measured', async () => (await tell(api, id)).connection, patienceMs);
  await eventually('the end of its idle engine', async () => treeOf(pid).length === 1, patienceMs);
  const rest = await costOf(pid);
  const floor = await costOf(nothing.pid!);
  nothing.kill();
  agent.kill();
  printTable(`An agent without a task, over ${measuredMs / 1_000} s`, [
    rowOf('Node that does nothing', floor, floor),
    rowOf('the agent, its engine still warm', warm, floor),
    rowOf('the agent at rest', rest, floor),
    {
      what: 'promised',
      '% of a core': most.cpuPercent,
      MB: most.memoryMb,
      'of the floor': NaN,
      processes: NaN,
    },
  ]);
}

/** Packages the agent to where it finds the packages that load libraries; its script there. */
async function packaged(): Promise<string> {
  const root = join(import.meta.dirname, '..');
  const program = join(root, 'build', 'agent-at-rest');
  rmSync(program, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  await bundleProgram(root, program);
  return join(program, 'dist', 'main.js');
}

interface Told {
  status: { connectivity: string };
  connection: object | null;
}

/** What the platform knows of a worker. */
async function tell(api: Api, id: string): Promise<Told> {
  const question =
    'query ($id: ID!) { worker(id: $id) { status { connectivity } connection { latencyMs } } }';
  return (await api.ask<{ worker: Told }>(question, { id })).worker;
}

interface Cost {
  cpuPercent: number;
  memoryMb: number;
  processes: number;
}

function rowOf(what: string, { cpuPercent, memoryMb, processes }: Cost, floor: Cost) {
  return {
    what,
    '% of a core': cpuPercent,
    MB: memoryMb,
    'of the floor': memoryMb / floor.memoryMb,
    processes,
  };
}

/** What a process and all it started cost for a while; memory as it is at the end. */
async function costOf(pid: number): Promise<Cost> {
  const before = cpuSeconds(pid);
  const startedAt = performance.now();
  await sleep(measuredMs);
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpuPercent = (100 * Math.max(0, cpuSeconds(pid) - before)) / seconds;
  const tree = treeOf(pid);
  return {
    cpuPercent,
    memoryMb: tree.reduce((sum, each) => sum + residentMb(each), 0),
    processes: tree.length,
  };
}

/** A process and its descendants, from the kernel's own list. */
function treeOf(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    return stat ? [{ pid: Number(name), parent: Number(stat[1]) }] : [];
  });
  const tree = [pid];
  for (const each of tree)
    tree.push(...parents.filter(({ parent }) => parent === each).map((child) => child.pid));
  return tree;
}

/** Processor time of a process, of those it started that live, and of those it has waited for. */
function cpuSeconds(pid: number): number {
  const own = statOf(pid) ?? [];
  const ended = Number(own[13] ?? 0) + Number(own[14] ?? 0);
  const living = treeOf(pid).map((each) => {
    const stat = statOf(each) ?? [];
    return Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
  });
  return (ended + living.reduce((sum, ticks) => sum + ticks, 0)) / ticksPerSecond;
}

/** The fields of a process after its name; undefined when it is gone. */
function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    return undefined;
  }
}

function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
