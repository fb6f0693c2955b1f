import type { HandleClientError } from '@sveltejs/kit/hooks';
import { unreachable } from '#lib/api/problem.ts';

/** How browsers say that the code of a page could not be fetched. */
const withoutCode = /dynamically imported module|importing a module script failed/i;

/** Says what to do when a page fails in the browser. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return error;
  if (error instanceof TypeError && withoutCode.test(error.message)) return unreachable;
  return {
    code: kind === 'framework' ? 'PAGE_NOT_FOUND' : 'PORTAL_FAILED',
    message: kind === 'framework' ? 'There is no such page.' : 'The portal failed to show this page.',
    remedy: 'Nothing is lost. Reload the page; if it happens again, tell an operator.',
  };
};
