import type { PictureDocument } from '../model/job.ts';
import type { World } from './world.ts';

/** A picture of a job as its creator sees it; sizes in pixels and bytes. */
export interface PictureView {
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  readonly url: string;
  readonly previewUrl: string;
}

/** A picture with addresses to fetch it by. */
export function pictureView({ urls }: World, picture: PictureDocument): PictureView {
  const { width, height, sizeBytes, assetId, previewId } = picture;
  const urlOf = (id: string) => urls.sign({ method: 'GET', assetId: id }).url;
  return { width, height, sizeBytes, url: urlOf(assetId), previewUrl: urlOf(previewId) };
}
