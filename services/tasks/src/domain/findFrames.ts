import type { AssetDocument, FrameDocument } from '../model/asset.ts';
import type { World } from './world.ts';

/** A frame that was uploaded whole. */
export type FrameAsset = AssetDocument & { frame: FrameDocument; sha256: string; attemptId: string };

/** The frames that attempts have uploaded, all or those of these numbers, ascending. */
export async function findFrames(
  { assets }: World,
  attemptIds: readonly string[],
  numbers?: readonly number[],
): Promise<FrameAsset[]> {
  return assets
    .find({
      attemptId: { $in: attemptIds },
      'frame.number': numbers ? { $in: numbers } : { $exists: true },
      state: 'STORED',
    })
    .sort({ 'frame.number': 1 })
    .lean<FrameAsset[]>();
}
