import { expect, test } from 'vitest';
import { excessOf, limitOf, sourceOf } from './sourceFile.ts';

test('a picture is known by its type, a scene by its ending', () => {
  expect(sourceOf({ name: 'still.png', type: 'image/png' })).toEqual({
    kind: 'picture',
    contentType: 'image/png',
  });
  expect(sourceOf({ name: 'Atrium.v2.BLEND', type: '' })?.contentType).toBe('application/x-blender');
  expect(sourceOf({ name: 'atrium.zip', type: 'application/x-zip-compressed' })).toEqual({
    kind: 'scene',
    contentType: 'application/zip',
  });
  expect(sourceOf({ name: 'atrium.blend1', type: '' })).toBeUndefined();
  expect(sourceOf({ name: 'zip', type: '' })).toBeUndefined();
  expect(sourceOf({ name: 'drawing.svg', type: 'image/svg+xml' })).toBeUndefined();
});

test('each kind has its own limit', () => {
  const scene = { kind: 'scene', contentType: 'application/zip' } as const;
  expect(limitOf(scene)).toBe(512);
  expect(excessOf(scene, 512 * 1024 ** 2)).toBe(0);
  expect(excessOf({ ...scene, kind: 'picture' }, 64 * 1024 ** 2 + 1)).toBe(1);
});
