// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { newForm, readForm } from '#lib/look/renderForm.ts';
import RenderFields from './RenderFields.svelte';

const open = (given: Partial<typeof newForm>) => {
  const form = $state({ ...newForm, ...given });
  return render(RenderFields, { form, reading: readForm(form), disabled: false });
};

test('a field that is wrong says so where it stands', () => {
  open({ frameStart: '9', frameEnd: '3', samples: 'many' });
  expect(screen.getByLabelText('Last frame').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Not before the first frame')).toBeTruthy();
  expect(screen.getByText('A whole number from 1 to 65,536')).toBeTruthy();
  expect(screen.getByLabelText('First frame').getAttribute('aria-invalid')).toBeNull();
});

test('says what the form gives, and marks a usual size and the format', () => {
  open({ frameEnd: '24', format: 'JPEG' });
  expect(screen.getByText(/Gives 24 frames of 1,920 × 1,080/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '1,920 × 1,080' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('button', { name: 'JPEG' }).getAttribute('aria-pressed')).toBe('true');
});

test('a usual size fills both fields', async () => {
  open({});
  await fireEvent.click(screen.getByRole('button', { name: '3,840 × 2,160' }));
  expect(screen.getByLabelText<HTMLInputElement>('Width, px').value).toBe('3840');
  expect(screen.getByLabelText<HTMLInputElement>('Height, px').value).toBe('2160');
});
