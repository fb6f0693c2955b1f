import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { nativePackages } from './targets.ts';

/** Files of `src` that people read and the program does not. */
const leftOut = /\.(ts|md|csv)$|^tsconfig\.json$/;

/**
 * Makes the npm package of the agent in a folder: its scripts without types and with what they import but for native
 * packages, the files that come with them, the model, and the licences of everything in it.
 */
export async function bundleProgram(root: string, folder: string): Promise<void> {
  const src = join(root, 'agent/src');
  const input = join(src, 'main.js');
  const bundled = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    external: nativePackages,
  });
  const { output } = await bundled.write({
    dir: join(folder, 'dist'),
    format: 'esm',
    chunkFileNames: '[name].js',
  });
  for (const file of globSync('**/*', { cwd: src, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (!file.isFile() || leftOut.test(file.name) || path === input) continue;
    cpSync(path, join(folder, 'dist', relative(src, path)));
  }
  mkdirSync(join(folder, 'model'));
  for (const name of ['esrgan-slim-x2.onnx', 'LICENSE'])
    cpSync(join(root, 'agent/model', name), join(folder, 'model', name));
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  writeFileSync(join(folder, 'LICENSES.txt'), licencesOf(modules));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageFileOf(root), null, 2)}\n`);
}

/** The script that an executable begins with, as one file that needs no other. */
export async function bundleLoader(root: string, file: string): Promise<void> {
  const bundled = await rolldown({
    cwd: root,
    input: join(root, 'agent/src/executable/main.ts'),
    platform: 'node',
  });
  await bundled.write({ file, format: 'cjs' });
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly dependencies: Record<string, string>;
}

const read = (path: string): PackageFile => JSON.parse(readFileSync(path, 'utf8')) as PackageFile;

function packageFileOf(root: string) {
  const { version, dependencies } = read(join(root, 'agent/package.json'));
  return {
    name: 'pictor-worker',
    version,
    description: 'The Worker App of Pictor: puts this machine to work on 3D rendering and AI upscaling',
    license: 'UNLICENSED',
    type: 'module',
    bin: { 'pictor-worker': 'dist/main.js' },
    engines: { node: '>=24' },
    dependencies: Object.fromEntries(nativePackages.map((name) => [name, dependencies[name]])),
  };
}

function licencesOf(modules: readonly string[]): string {
  const folders = modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)]
    .map((folder) => {
      const { name, version, license } = read(join(folder, 'package.json'));
      const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
      const text = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
      return { name, text: `${name} ${version} (${license})\n\n${text}` };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ text }) => text)
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}
