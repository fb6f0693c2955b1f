import { defineConfig } from 'vitest/config';

const soak = process.env.SOAK === '1';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{schema,gateway,services,agent,demo,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: soak ? 1_800_000 : 20_000,
          hookTimeout: 30_000,
        },
      },
      './portal/vite.config.ts',
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/setup/prepare.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
