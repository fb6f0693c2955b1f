import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findBlender } from '../src/engine/blender/findBlender.ts';
import { findProgram } from '../src/sandbox/findProgram.ts';

/** Whether scenes can be made and rendered here; where not, their tests are skipped. */
export const canRender =
  process.platform === 'linux' && findBlender() !== undefined && findProgram('bwrap') !== undefined;

/** Saves a scene that a Python script makes of Blender's own first scene: a cube, a light and a camera. */
export async function makeScene(path: string, script = ''): Promise<string> {
  const program = `${path}.py`;
  const save = `bpy.ops.wm.save_as_mainfile(filepath=${JSON.stringify(path)}, compress=True)`;
  const lines = ['import bpy', 'scene = bpy.context.scene', 'scene.render.engine = "CYCLES"', script, save];
  await writeFile(program, lines.join('\n'));
  const args = ['--background', '--factory-startup', '--disable-autoexec', '--python-exit-code', '3'];
  await promisify(execFile)(findBlender()?.path ?? 'blender', [...args, '--python', program]);
  await rm(program);
  return path;
}
