import { expect, test } from 'vitest';
import { fromHere } from './fromHere.ts';

test('a file is asked for where the page came from, its signature untouched', () => {
  expect(fromHere('http://127.0.0.1:4000/files/a1?m=GET&e=17&s=x%2By')).toBe('/files/a1?m=GET&e=17&s=x%2By');
});
