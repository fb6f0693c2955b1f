// Style is Prettier's. What is here keeps the arrows of docs/architecture.md: who may import whom.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const services = ['workers', 'tasks', 'billing', 'telemetry'];
const everyone = [
  ...services.map((name) => `@pictor/${name}`),
  '@pictor/gateway',
  '@pictor/agent',
  '@pictor/portal',
];
const foundation = ['@pictor/kit', '@pictor/store'];

/** In `files`, none of the packages or paths of `banned` may be imported; `why` is shown. */
const wall = (files, banned, why, ignores = []) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: banned.flatMap((name) => (name.startsWith('@pictor/') ? [name, `${name}/*`] : [name])),
            message: why,
          },
        ],
      },
    ],
  },
});

const testFiles = ['**/*.test.ts', '**/test/**'];
const graphql = ['graphql', 'graphql/*', 'graphql-*', '@apollo/*'];

export default ts.config(
  { ignores: ['**/node_modules', '**/generated', '**/build', '**/.svelte-kit', 'data*', 'coverage'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs['flat/recommended'],
  prettier,
  svelte.configs['flat/prettier'],
  {
    plugins: { 'import-x': importX },
    languageOptions: { globals: globals.node },
    settings: {
      'import-x/ignore': ['node_modules'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.svelte'] })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['portal/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['portal/**/*.svelte', 'portal/**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
  },
  {
    files: ['portal/**'],
    languageOptions: { globals: globals.browser },
    // The portal is served at the root of its origin, so an address needs no resolving.
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  { files: ['agent/src/page/web/**'], languageOptions: { globals: globals.browser } },
  // Programs that speak to a person on a terminal.
  {
    files: [
      'demo/**',
      'bench/**',
      'services/*.ts',
      'schema/generate.ts',
      'agent/src/cli/**',
      'agent/model/**',
      'agent/package/**',
      'gateway/src/main.ts',
      'services/store/src/serve.ts',
      ...testFiles,
      'e2e/**',
    ],
    rules: { 'no-console': 'off' },
  },

  wall(['schema/**'], [...everyone, ...foundation], 'schema is the contract: it imports nobody.'),
  wall(
    ['services/kit/**'],
    [...everyone, '@pictor/store'],
    'kit is what services stand on: it imports none of them.',
    testFiles,
  ),
  wall(['services/store/**'], [...everyone, '@pictor/kit'], 'store stands alone.'),
  wall(
    ['gateway/**'],
    [...everyone.filter((name) => name !== '@pictor/gateway'), '@pictor/store', '@pictor/schema'],
    'The gateway is generic: it knows no domain.',
  ),
  wall(
    ['agent/**', 'portal/**'],
    [...everyone, ...foundation],
    'Agent and portal know the platform by its schema alone.',
  ),
  ...services.flatMap((name) => {
    const others = everyone.filter((each) => each !== `@pictor/${name}`);
    const src = `services/${name}/src`;
    return [
      wall([`${src}/**`], others, 'Services meet through the schema and through events.'),
      wall(
        [`${src}/resolvers/**`],
        [...others, '@pictor/store', 'mongoose', '**/model/**'],
        'Resolvers call the domain; only the domain touches the model.',
        testFiles,
      ),
      wall(
        [`${src}/domain/**`],
        [...others, ...graphql, '**/resolvers/**', '**/schema.ts', '**/generated/**'],
        'The domain knows no GraphQL.',
        testFiles,
      ),
      wall(
        [`${src}/model/**`],
        [...others, ...graphql, '**/resolvers/**', '**/domain/**'],
        'A model is fields and indexes.',
        testFiles,
      ),
    ];
  }),
);
