import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8').trimEnd();

test.each(['tokens', 'base'])(
  'the page begins with the portal’s %s, word for word: they look alike',
  (name) => {
    expect(read('web/base.css')).toContain(read(`../../../portal/src/styles/${name}.css`));
  },
);
