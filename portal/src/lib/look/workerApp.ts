import type { DownloadFile, Downloads } from '#lib/api/downloads.ts';

/** The systems that the Worker App can be had for, as people choose among them. */
export const systems = [
  { id: 'linux-x64', name: 'Linux' },
  { id: 'linux-arm64', name: 'Linux, ARM' },
  { id: 'windows-x64', name: 'Windows' },
  { id: 'macos', name: 'macOS' },
] as const;

/** One of `systems`. */
export type System = (typeof systems)[number]['id'];

/** The names of what files are for, as the packager writes them. */
export const systemNames: Readonly<Record<string, string>> = {
  'linux-x64': 'Linux, x64',
  'linux-arm64': 'Linux, ARM 64',
  'windows-x64': 'Windows 10 and 11, x64',
  any: 'macOS, or any system with Node 24',
};

/** How the Worker App is got and started on a system. */
export interface Way {
  /** Downloads and checks it; in a shell, on Windows in PowerShell. */
  get: string;
  import: string;
  start: string;
  /** Has it started with the computer; null where that is left to its owner. */
  install: string | null;
  hint: string;
  /** Whether it was run on such a system before it was put here. */
  tried: boolean;
}

/** The way for a system; null where this platform has no file for it. */
export function wayFor(
  system: System,
  { files }: Downloads,
  origin: string,
  configuration: string,
): Way | null {
  const file = files.find((each) =>
    system === 'macos' ? each.kind === 'NPM_PACKAGE' : each.system === system,
  );
  if (!file) return null;
  const program = system === 'macos' ? 'pictor-worker' : `./${file.name}`;
  return {
    get: getting(system, file, origin),
    import: `${program} import ${quoted(configuration)}`,
    start: `${program} start`,
    install: system === 'macos' ? null : `${program} install`,
    hint: hints[system],
    tried: file.tried !== null,
  };
}

function getting(system: System, file: DownloadFile, origin: string): string {
  const { name, sha256 } = file;
  const address = `${origin}/download/${name}`;
  if (system === 'macos') return `npm install --global --ignore-scripts ${address}`;
  const fetching = `-fLO ${address}`;
  if (system === 'windows-x64') {
    return `curl.exe ${fetching}; if ((Get-FileHash ${name}).Hash -ne "${sha256}") { Remove-Item ${name}; throw "It is damaged" }`;
  }
  return `curl ${fetching} && echo "${sha256}  ${name}" | sha256sum -c && chmod +x ${name}`;
}

const hints: Record<System, string> = {
  'linux-x64': 'One file, with all it needs. Rendering also needs Blender and bubblewrap.',
  'linux-arm64': 'One file, with all it needs. Rendering also needs Blender and bubblewrap.',
  'windows-x64':
    'In PowerShell. The file is not signed, so Windows asks before it runs; it upscales, and renders nothing.',
  macos: 'Needs Node 24 and Apple silicon; it upscales, and renders nothing.',
};

const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${name}"`);

/** The system that a browser seems to run on; most workers run on Linux. */
export function systemOf(userAgent: string): System {
  if (/Windows/.test(userAgent)) return 'windows-x64';
  if (/Macintosh/.test(userAgent)) return 'macos';
  return /Linux (aarch64|arm64)/.test(userAgent) ? 'linux-arm64' : 'linux-x64';
}
