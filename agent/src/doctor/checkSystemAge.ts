import { readFile } from 'node:fs/promises';
import { release, version } from 'node:os';
import { builtOn } from './builtOn.ts';
import { ok, unknown, type Check } from './Check.ts';
import { OLD_MS, supportEnds } from './supportEnds.ts';

const name = 'system-age';

/** What a system says of itself. */
export interface SystemFacts {
  readonly platform: NodeJS.Platform;
  /** The version of its kernel, or Windows' with its build. */
  readonly release: string;
  /** More of its kernel, on Linux with the day on which it was built. */
  readonly version: string;
  /** What Linux says in /etc/os-release; empty elsewhere. */
  readonly osRelease: string;
}

/** Looks whether this system still gets mended, by the day that it tells or is known, and whether its kernel is. */
export async function checkSystemAge(now: number, facts?: SystemFacts): Promise<Check> {
  const { platform, release, version, osRelease } = facts ?? (await thisSystem());
  const said = (key: string) => new RegExp(`^${key}="?([^"\n]+?)"?$`, 'm').exec(osRelease)?.[1];
  const id = platform === 'win32' ? `windows ${release.split('.')[2]}` : idOf(said('ID'), said('VERSION_ID'));
  const title =
    said('PRETTY_NAME')?.slice(0, 100) ?? (platform === 'win32' ? `Windows ${release}` : 'This system');
  const end = said('SUPPORT_END') ?? supportEnds[id];
  const built = platform === 'linux' ? builtOn(version) : undefined;
  if (end !== undefined && Date.parse(end) < now)
    return old(`${title} is mended no more since ${end}.`, 'Move to a later version of the system.');
  if (built !== undefined && now - Date.parse(built) >= OLD_MS)
    return old(
      `The kernel was built on ${built}, more than two years ago.`,
      'Install the system’s updates and restart the machine.',
    );
  if (end !== undefined) return ok(name, `${title} is mended until ${end}.`);
  if (built !== undefined) return ok(name, `${title} has a kernel that was built on ${built}.`);
  return unknown(name, `Whether ${title} still gets mended cannot be told.`);
}

async function thisSystem(): Promise<SystemFacts> {
  const osRelease = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return { platform: process.platform, release: release(), version: version(), osRelease };
}

/** Those that are built from RHEL have its days, by the first number of the version. */
function idOf(id = '', versionId = ''): string {
  if (/^(rhel|rocky|almalinux)$/.test(id)) return `rhel ${versionId.split('.')[0]}`;
  return `${id} ${versionId}`;
}

function old(finding: string, remedy: string): Check {
  return { name, state: 'LIMITED', finding, remedy };
}
