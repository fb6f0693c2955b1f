import { expect, test, vi } from 'vitest';
import { FakeClock } from '../../test/FakeClock.ts';
import { createUnconfined } from '../sandbox/createUnconfined.ts';
import type { SandboxProbe } from '../sandbox/Sandbox.ts';
import { createSandboxOfPictures } from './sandboxOfPictures.ts';

test('a sandbox that does not work at first is looked for again, and one that works is kept', async () => {
  const clock = new FakeClock();
  const sandbox = { ...createUnconfined(), name: 'bubblewrap' };
  const probe = vi.fn(async (): Promise<SandboxProbe> => ({ available: false, reason: 'It took too long.' }));
  const confined = createSandboxOfPictures(clock, probe);
  const [first] = await Promise.all([confined(), confined()]);
  expect(first).toMatchObject({ sandbox: { name: 'none' }, lack: expect.stringContaining('no sandbox') });
  clock.advance(59_999);
  expect(await confined()).toBe(first);
  expect(probe).toHaveBeenCalledTimes(1);
  clock.advance(1);
  expect(await confined()).toBe(first);
  probe.mockResolvedValue({ available: true, sandbox });
  clock.advance(60_000);
  expect(await confined()).toEqual({ sandbox, lack: null });
  clock.advance(24 * 3_600_000);
  await confined();
  expect(probe).toHaveBeenCalledTimes(3);
});
