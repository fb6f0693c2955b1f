import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests run as the product does: Node strips the types and resolves the packages, so that there is one `graphql`. */
const plainNode = { viteModuleRunner: false };
/** Long enough for a machine that is busy with other tests: what is waited for is an event, never a speed. */
const expect = { poll: { timeout: 20_000 } };
/** Most tests wait for a disk or another process: one worker leaves a small machine idle. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
const soak = process.env.SOAK === '1';
/** What these change there is one of in a process, such as the formats that its decoder of pictures reads: each has a process of its own. */
const alone = [
  'agent/src/engine/**/*.test.ts',
  'services/tasks/**/*.test.ts',
  'services/workers/src/accounts.test.ts',
];
const unit = {
  experimental: plainNode,
  exclude: ['**/node_modules/**', '**/build/**'],
  expect,
  maxWorkers,
  testTimeout: soak ? 1_800_000 : 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['{schema,gateway,services,agent,demo,bench}/**/*.test.ts'],
          exclude: [...unit.exclude, ...alone],
          isolate: false,
        },
      },
      { test: { ...unit, name: 'alone', include: alone } },
      './portal/vite.config.ts',
      {
        test: {
          name: 'e2e',
          experimental: plainNode,
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/setup/prepare.ts'],
          expect,
          // Each story takes the whole machine: side by side they are no faster, and starve each other.
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
