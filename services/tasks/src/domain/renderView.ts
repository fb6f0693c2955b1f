import type { JobDocument, RenderDocument } from '../model/job.ts';
import type { World } from './world.ts';

/** A file as its owner sees it. */
export interface FileView {
  readonly sizeBytes: number;
  readonly url: string;
}

/** A render job as its creator sees it; its frames are read for themselves. */
export interface RenderView extends Omit<RenderDocument, 'archive'> {
  readonly job: JobDocument;
  readonly archive: FileView | null;
}

/** What a job renders, with the address of what came of it; null for an upscaling. */
export function renderView({ urls }: World, job: JobDocument): RenderView | null {
  if (!job.render) return null;
  const { archive, ...render } = job.render;
  const url = archive && urls.sign({ method: 'GET', assetId: archive.assetId }).url;
  return { ...render, job, archive: archive && url ? { sizeBytes: archive.sizeBytes, url } : null };
}

/** A small picture of a job, for lists; null while there is none. */
export function jobPreviewUrl({ urls }: World, { result, input, render }: JobDocument): string | null {
  const assetId = result?.previewId ?? input?.previewId ?? render?.preview?.assetId;
  return assetId === undefined ? null : urls.sign({ method: 'GET', assetId }).url;
}
