import type { Theme } from '#lib/look/theme.ts';

declare global {
  namespace App {
    interface Error {
      /** Stable code of what went wrong, as the API names it. */
      code: string;
      /** What the reader can do about it. */
      remedy: string;
      /** Finds the log line of this failure. */
      requestId?: string;
    }
    interface Locals {
      theme: Theme;
    }
  }
}

export {};
