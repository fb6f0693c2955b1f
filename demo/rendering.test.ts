import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

test.skipIf(process.platform !== 'linux')(
  'what is missing for rendering is said before anything begins',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'demo-'));
    const program = async (name: string, script: string) => {
      await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
      await chmod(join(folder, name), 0o755);
    };
    vi.stubEnv('PATH', folder);
    vi.stubEnv('PICTOR_BLENDER', undefined);
    const { whyNotRender } = await import('./rendering.ts');
    await symlink('/bin/sh', join(folder, 'sh'));
    expect(await whyNotRender()).toMatch(/Blender is not here/);
    await program('blender', 'echo "Blender 4.2.1 LTS"');
    expect(await whyNotRender()).toMatch(/Install bubblewrap/);
    await program('bwrap', 'echo "setting up uid map: Permission denied" >&2; exit 1');
    expect(await whyNotRender()).toMatch(/bubblewrap does not work here.*Permission denied/);
    await program('bwrap', 'exit 0');
    expect(await whyNotRender()).toBeUndefined();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  },
);
