import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { limitCommand } from './limitCommand.ts';
import type { Confinement, ConfinedCommand, Sandbox } from './Sandbox.ts';

/** What a program finds in place of the machine's own environment. */
const ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/tmp', TMPDIR: '/tmp', LANG: 'C.UTF-8' };
/** Files in memory, which count as nobody's otherwise. */
const TMP_BYTES = 64 * 1024 ** 2;
const SHM_BYTES = 256 * 1024 ** 2;
/** Beside /usr: where the linker finds libraries, and what a picture's text needs. */
const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/alternatives', '/etc/fonts', '/etc/OpenCL', '/etc/vulkan'];
/** What drivers of GPUs look for; none of it is writable. */
const GPU_FILES = [
  '/sys/bus/pci',
  '/sys/devices',
  '/sys/class/drm',
  '/sys/class/kfd',
  '/sys/dev/char',
  '/sys/module/nvidia',
];

/**
 * Makes a sandbox out of bubblewrap: no network, no home, no machine but its programs and libraries, read-only; whatever
 * runs in it is gone with it. `hardened` forbids namespaces within it, which old versions cannot.
 */
export function createBubblewrap(bwrap: string, hardened: boolean): Sandbox {
  return {
    name: 'bubblewrap',
    confine: (confinement): ConfinedCommand => ({
      file: bwrap,
      args: argsOf(confinement, hardened),
      env: { PATH: ENVIRONMENT.PATH },
    }),
  };
}

function argsOf(confinement: Confinement, hardened: boolean): string[] {
  return [
    '--unshare-all',
    ...(hardened ? ['--unshare-user', '--disable-userns'] : []),
    ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--hostname', 'worker', '--clearenv'],
    ...Object.entries({ ...ENVIRONMENT, ...confinement.environment }).flatMap(([name, value]) => [
      '--setenv',
      name,
      value,
    ]),
    ...systemArgs(),
    ...['--proc', '/proc', '--dev', '/dev', '--size', String(SHM_BYTES), '--tmpfs', '/dev/shm'],
    ...(confinement.gpus ? gpuArgs() : []),
    ...(confinement.tmp === null
      ? ['--size', String(TMP_BYTES), '--tmpfs', '/tmp']
      : ['--bind', confinement.tmp, '/tmp']),
    ...confinement.readable.flatMap((path) => ['--ro-bind', path, path]),
    ...confinement.writable.flatMap((path) => ['--bind', path, path]),
    // Both lie in memory without a bound: nothing may be written there.
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--chdir', '/tmp', '--'],
    ...limitCommand(confinement),
  ];
}

/** /usr and the roads into it: links on most machines, folders of their own on old ones. */
function systemArgs(): string[] {
  const roads = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'].filter((path) => existsSync(path));
  return [
    ...['--ro-bind', '/usr', '/usr'],
    ...roads.flatMap((path) =>
      lstatSync(path).isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path],
    ),
    ...SYSTEM_FILES.flatMap((path) => ['--ro-bind-try', path, path]),
  ];
}

function gpuArgs(): string[] {
  const nvidia = readdirSync('/dev').filter((name) => name.startsWith('nvidia'));
  const devices = [...nvidia, 'dri', 'kfd']
    .map((name) => join('/dev', name))
    .filter((path) => existsSync(path));
  if (devices.length === 0) return [];
  return [
    ...devices.flatMap((path) => ['--dev-bind', path, path]),
    ...GPU_FILES.flatMap((path) => ['--ro-bind-try', path, path]),
  ];
}
