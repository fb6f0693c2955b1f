import type { World } from './world.ts';

/** Removes the files that nobody needs any more; the file first, so that none is left without its document. */
export async function discardAssets({ assets, files, clock }: World, max: number): Promise<void> {
  const due = await assets
    .find({ discardAt: { $lte: new Date(clock.now()) } }, { _id: 1 })
    .sort({ discardAt: 1 })
    .limit(max)
    .lean();
  for (const { _id } of due) {
    await files.remove(_id);
    await assets.deleteOne({ _id });
  }
}
