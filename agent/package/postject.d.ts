declare module 'postject' {
  /** Puts bytes into a program as a resource of this name, and marks the program as having one. */
  export function inject(
    program: string,
    resourceName: string,
    bytes: Uint8Array,
    options: { sentinelFuse: string },
  ): Promise<void>;
}
