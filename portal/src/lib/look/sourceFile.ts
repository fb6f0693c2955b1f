/** What a file can be made into. */
export interface Source {
  kind: 'picture' | 'scene';
  contentType: string;
}

const pictures = ['image/png', 'image/jpeg', 'image/webp'];
/** By ending: browsers know no type for a .blend, and several for a zip. */
const scenes: Record<string, string> = {
  blend: 'application/x-blender',
  zip: 'application/zip',
};
const mebibyte = 1024 ** 2;
const limits = { picture: 64 * mebibyte, scene: 512 * mebibyte };

/** What a file chooser lets through. */
export const accepted = [...pictures, ...Object.keys(scenes).map((ending) => `.${ending}`)].join(',');

/** What can be made of a file, by its type and its ending; undefined when nothing can. */
export function sourceOf({ name, type }: Pick<File, 'name' | 'type'>): Source | undefined {
  if (pictures.includes(type)) return { kind: 'picture', contentType: type };
  const contentType = scenes[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  return contentType ? { kind: 'scene', contentType } : undefined;
}

/** How much too large a file is to be sent, in bytes; 0 when it fits. */
export function excessOf({ kind }: Source, size: number): number {
  return Math.max(0, size - limits[kind]);
}

/** The most a file may have, in mebibytes. */
export const limitOf = ({ kind }: Source): number => limits[kind] / mebibyte;
