import type { Api } from '../../demo/api.ts';
import { submit } from '../../demo/submit.ts';
import { upload } from '../../demo/upload.ts';

const usual = {
  ...{ frameStart: 1, frameEnd: 4, frameStep: 1, width: 160, height: 90, samples: 4 },
  format: 'PNG8',
};

/** Uploads a scene and submits some frames of it; resolves to the job's id. */
export async function submitScene(creator: Api, scene: string, wanted: object = {}): Promise<string> {
  const assetId = await upload(creator, scene);
  const render = { ...usual, ...wanted };
  const { id } = await submit(creator, { name: 'A scene', assetId, render });
  return id;
}

/** A frame as the job's creator sees it. */
export interface Frame {
  number: number;
  state: string;
  previewUrl: string | null;
  file: { url: string; sizeBytes: number } | null;
}

/** Reads the frames of a render job, and its archive. */
export async function readFrames(creator: Api, id: string) {
  const { job } = await creator.ask<{
    job: { render: { verifiedFrameCount: number; frames: Frame[]; archive: { url: string } | null } };
  }>(
    `query ($id: ID!) { job(id: $id) { render {
      verifiedFrameCount
      frames { number state previewUrl file { url sizeBytes } }
      archive { url }
    } } }`,
    { id },
  );
  return job.render;
}
