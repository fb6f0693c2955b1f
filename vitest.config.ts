import { defineConfig } from 'vitest/config';

/** Tests run as the product does: Node strips the types and resolves the packages, so that there is one `graphql`. */
const plainNode = { viteModuleRunner: false };
const soak = process.env.SOAK === '1';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          experimental: plainNode,
          include: ['{schema,gateway,services,agent,demo,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/build/**'],
          testTimeout: soak ? 1_800_000 : 20_000,
          hookTimeout: 30_000,
        },
      },
      './portal/vite.config.ts',
      {
        test: {
          name: 'e2e',
          experimental: plainNode,
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
