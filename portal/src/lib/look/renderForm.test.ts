import { expect, test } from 'vitest';
import { newForm, readForm } from './renderForm.ts';

const read = (given: Partial<typeof newForm>) => readForm({ ...newForm, ...given });

test('a right form is what the API asks for', () => {
  expect(read({ frameEnd: ' 24 ', format: 'JPEG' })).toEqual({
    input: {
      frameStart: 1,
      frameEnd: 24,
      frameStep: 1,
      width: 1920,
      height: 1080,
      samples: 64,
      format: 'JPEG',
    },
    frames: 24,
    problems: {},
  });
});

test('each number has its bounds, and nothing but a whole number is one', () => {
  for (const text of ['', '-1', '1.5', '1e3', 'ten', '1048575']) {
    expect(read({ frameStart: text }).problems.frameStart, text).toBe('A whole number from 0 to 1,048,574');
  }
  expect(read({ frameStart: '0' }).input?.frameStart).toBe(0);
  expect(Object.keys(read({ width: '3', height: '16385', samples: '0', frameStep: '0' }).problems)).toEqual([
    'frameStep',
    'width',
    'height',
    'samples',
  ]);
  expect(read({ samples: '65536' }).input?.samples).toBe(65_536);
});

test('the last frame is not before the first, and there are 10,000 at most', () => {
  expect(read({ frameStart: '9', frameEnd: '8' }).problems.frameEnd).toBe('Not before the first frame');
  expect(read({ frameEnd: '10000' }).frames).toBe(10_000);
  expect(read({ frameEnd: '10001' }).problems.frameEnd).toBe('At most 10,000 frames: these are 10,001');
  expect(read({ frameEnd: '20000', frameStep: '2' }).input).toBeDefined();
});

test('a frame has 50 megapixels at most, though each side may be longer', () => {
  expect(read({ width: '16384', height: '3000' }).input).toBeDefined();
  expect(read({ width: '8000', height: '8000' }).problems.height).toBe('At most 50 megapixels: these are 64');
});
