import { expect, test } from 'vitest';
import { glyphNames, glyphPath } from './glyph.ts';

test('no two glyphs have the same shape', () => {
  expect(new Set(glyphNames.map((name) => glyphPath(name))).size).toBe(glyphNames.length);
});

test('runs in a row are one rectangle and the full glyph is one square', () => {
  expect(glyphPath('rendering', 0, 0, 2)).toBe('M0 0h6v6h-6z');
  expect(glyphPath('draining', 1, 1, 2)).toBe('M1 5h6v2h-6z');
  expect(glyphPath('error').match(/M/g)).toHaveLength(5);
});
