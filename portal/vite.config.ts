import { availableParallelism } from 'node:os';
import { portalAdapter } from './adapter.ts';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const platform = process.env.PICTOR_PLATFORM_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: portalAdapter(),
      compilerOptions: {
        // Roles are restated where a row becomes a card on phones: `display: grid` would drop them.
        warningFilter: ({ code }: { code: string }) => code !== 'a11y_no_redundant_roles',
        runes: ({ filename }: { filename: string }) => (filename.includes('node_modules') ? undefined : true),
      },
      csp: {
        mode: 'auto',
        directives: {
          'font-src': ['self', 'data:'],
          'default-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'style-src': ['self', 'unsafe-inline'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
    svelteTesting(),
  ],
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/graphql': { target: platform, ws: true },
      '/files': { target: platform },
      '^/download/.+': { target: platform },
    },
  },
  // As many workers as the root's tests, with which these run.
  test: {
    name: 'portal',
    include: ['src/**/*.test.ts'],
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
