import type { LayoutServerLoad } from './$types';

/** What every page knows: the reader's theme, and the platform's clock. */
export const load: LayoutServerLoad = ({ locals }) => ({ theme: locals.theme, now: Date.now() });
