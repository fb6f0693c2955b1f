// Writes everything that follows from the hand-written SDL: `npm run generate`. With --check it writes nothing and
// fails when a committed file is stale, or when an operation of the portal or the agent no longer fits the schema.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { generate as runCodegen, type CodegenConfig } from '@graphql-codegen/cli';
import { compose } from './src/compose.ts';
import { subgraphNames, subgraphSdl } from './src/index.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '..');
const at = (path: string) => resolve(root, path);
const header = '// Generated from schema/*.graphql by `npm run generate`. Do not edit.';

const { supergraph, api } = compose();
const scalars = {
  _FieldSet: 'string',
  ID: 'string',
  DateTime: { input: 'Date', output: 'Date | number' },
  MicroUsd: { input: 'bigint', output: 'bigint' },
};
const wireScalars = { ID: 'string', DateTime: 'string', MicroUsd: 'string' };

function resolverTypes(name: (typeof subgraphNames)[number]): CodegenConfig['generates'] {
  const mappersFile = at(`services/${name}/mappers.json`);
  const mappers = existsSync(mappersFile) ? JSON.parse(readFileSync(mappersFile, 'utf8')) : {};
  return {
    [at(`services/${name}/src/generated/resolvers.ts`)]: {
      schema: subgraphSdl(name),
      plugins: [{ add: { content: header } }, 'typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        useTypeImports: true,
        contextType: '@pictor/kit#Context',
        scalars,
        mappers,
        strictScalars: true,
        makeResolverTypeCallable: true,
      },
    },
  };
}

const operationTypes = (folder: string, documents: string): CodegenConfig['generates'] => ({
  [`${at(folder)}/`]: {
    schema: api,
    documents: [at(documents), `!${at(folder)}/**`, `!${at(dirname(folder))}/**/*.test.ts`],
    preset: 'client',
    presetConfig: { fragmentMasking: false },
    config: {
      useTypeImports: true,
      enumType: 'string-literal',
      enumsAsTypes: true,
      documentMode: 'documentNode',
      scalars: wireScalars,
      strictScalars: true,
    },
  },
});

const generated = await runCodegen(
  {
    silent: true,
    errorsOnly: true,
    ignoreNoDocuments: true,
    importExtension: '.ts',
    generates: {
      ...Object.assign({}, ...subgraphNames.map(resolverTypes)),
      ...operationTypes('portal/src/lib/generated', 'portal/src/**/*.ts'),
      ...operationTypes('agent/src/generated', 'agent/src/**/*.ts'),
    },
  },
  false,
);

const files = [
  { filename: at('schema/generated/supergraph.graphql'), content: supergraph },
  { filename: at('schema/generated/api.graphql'), content: api },
  ...(generated as { filename: string; content: string }[]),
];
const stale = files.filter(
  ({ filename, content }) => !existsSync(filename) || readFileSync(filename, 'utf8') !== content,
);

if (values.check) {
  for (const { filename } of stale) console.error(styleText('red', `stale: ${relative(root, filename)}`));
  if (stale.length) console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = stale.length ? 1 : 0;
} else
  for (const { filename, content } of stale) {
    mkdirSync(dirname(filename), { recursive: true });
    writeFileSync(filename, content);
    console.log(`wrote ${relative(root, filename)}`);
  }
