import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What an executable for arm64 on Linux begins with, and which of its bits count, as binfmt_misc is told. */
const MAGIC = String.raw`\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00`;
const MASK = String.raw`\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff`;
const LOADER = 'lib/ld-linux-aarch64.so.1';
/** Where the libraries of arm64 may lie: beside our own, or where Debian and Fedora put those to link against. */
const ROOTS = ['/', '/usr/aarch64-linux-gnu', '/usr/aarch64-linux-gnu/sys-root'];

/**
 * What to put before a command so that it, and all it starts, may be programs for arm64: qemu-user, told to the kernel in
 * a namespace of its own, so that nothing on this machine changes. `folder` takes two scripts. Undefined where qemu-user,
 * the libraries of arm64, or such namespaces (Linux 6.7) are missing.
 */
export function arm64Emulator(folder: string): readonly string[] | undefined {
  const qemu = onPath('qemu-aarch64-static') ?? onPath('qemu-aarch64');
  const unshare = onPath('unshare');
  const root = ROOTS.find((each) => existsSync(join(each, LOADER)));
  if (!qemu || !unshare || !root) return undefined;
  const interpreter = join(folder, 'arm64');
  writeFileSync(interpreter, `#!/bin/sh\nexec '${qemu}' -L '${root}' "$@"\n`, { mode: 0o755 });
  const entry = join(folder, 'emulated');
  const registration = `:arm64:M::${MAGIC}:${MASK}:${interpreter}:`;
  const mounted = '/proc/sys/fs/binfmt_misc';
  const lines = [
    '#!/bin/sh',
    'set -e',
    `/bin/mount -t binfmt_misc none ${mounted}`,
    `printf '%s' '${registration}' >${mounted}/register`,
    'exec "$@"',
  ];
  writeFileSync(entry, `${lines.join('\n')}\n`, { mode: 0o755 });
  const command = [unshare, '--user', '--map-root-user', '--mount', entry];
  try {
    execFileSync(command[0]!, [...command.slice(1), '/bin/true'], { stdio: 'ignore' });
    return command;
  } catch {
    return undefined;
  }
}

const onPath = (program: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
