import type { HandleClientError } from '@sveltejs/kit/hooks';

/** Says what to do when a page fails in the browser. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind === 'app') return error;
  return {
    code: kind === 'framework' ? 'PAGE_NOT_FOUND' : 'PORTAL_FAILED',
    message: kind === 'framework' ? 'There is no such page.' : 'The portal failed to show this page.',
    remedy: 'Nothing is lost. Reload the page; if it happens again, tell an operator.',
  };
};
