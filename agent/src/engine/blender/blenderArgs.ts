/** What Blender is started with. */
export interface BlenderStart {
  /** Our Python script. */
  readonly script: string;
  /** The scene to load first. */
  readonly scene?: string;
  readonly threads?: number;
}

/** Arguments for Blender; it obeys them from left to right, and nothing that a scene brings is run. */
export function blenderArgs({ script, scene, threads }: BlenderStart): string[] {
  return [
    ...['--background', '--factory-startup', '--disable-autoexec', '-noaudio', '--python-exit-code', '3'],
    ...(threads === undefined ? [] : ['--threads', String(threads)]),
    ...(scene === undefined ? [] : [scene]),
    ...['--python', script],
  ];
}
