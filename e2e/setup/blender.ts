import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const blender = process.env.PICTOR_BLENDER ?? 'blender';
const ourScene = resolve(import.meta.dirname, '../../demo/scene/scene.py');

/** Whether scenes can be rendered here, in a sandbox; the run says so aloud where they cannot. */
export const hasBlender: boolean = answers(blender, '--version') && answers('bwrap', '--version');
if (!hasBlender) console.warn('SKIPPED: tests that render need blender and bubblewrap.');

function answers(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Makes our own scene in a folder. Resolves to the file's path. */
export async function makeScene(folder: string): Promise<string> {
  const scene = join(folder, 'scene.blend');
  await runScripts([ourScene], scene);
  return scene;
}

/** Makes our own scene with something added to it by a few lines of Python. Resolves to the file's path. */
export async function makeSceneWith(folder: string, lines: string): Promise<string> {
  const scene = join(folder, 'scene.blend');
  const script = join(folder, 'change.py');
  writeFileSync(
    script,
    `import bpy, sys
path = sys.argv[sys.argv.index("--") + 1]
bpy.ops.wm.open_mainfile(filepath=path)
${lines}
bpy.ops.wm.save_as_mainfile(filepath=path)
`,
  );
  await runScripts([ourScene, script], scene);
  return scene;
}

const runScripts = (scripts: readonly string[], scene: string) =>
  run(blender, [
    ...['--background', '--factory-startup', '--python-exit-code', '3'],
    ...scripts.flatMap((script) => ['--python', script]),
    ...['--', scene],
  ]);
