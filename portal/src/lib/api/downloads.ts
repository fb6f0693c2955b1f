/** One file of the Worker App that this platform serves. */
export interface DownloadFile {
  name: string;
  kind: 'EXECUTABLE' | 'NPM_PACKAGE';
  system: string;
  sizeBytes: number;
  sha256: string;
  /** How it was tried; null where nobody has run it. */
  tried: { on: string; how: string } | null;
}

/** What this platform serves of the Worker App. */
export interface Downloads {
  version: string;
  /** The version of Node in the executables. */
  node: string;
  source: { commit: string; committedAt: string; changed: boolean } | null;
  files: DownloadFile[];
}

/** Reads what can be downloaded; null where nothing was packaged, or it cannot be known just now. */
export async function readDownloads(fetch: typeof globalThis.fetch): Promise<Downloads | null> {
  try {
    const response = await fetch('/download/manifest.json');
    return response.ok ? ((await response.json()) as Downloads | null) : null;
  } catch {
    return null;
  }
}

/** Where a file is got: by its hash, so that it is that very file or none. */
export const addressOf = ({ name, sha256 }: DownloadFile): string => `/download/${name}?sha256=${sha256}`;
