import { z } from 'zod';

/** A preview as made takes a quarter of it at most. */
const MOST_BASE64 = 128 * 1024;

/** A preview, a small JPEG as base64, in a message of a process that decodes pictures; what is too large is none. */
export const previewSchema = z.base64().max(MOST_BASE64).nullable().catch(null);
