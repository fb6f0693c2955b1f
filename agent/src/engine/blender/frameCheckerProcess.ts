import sharp from 'sharp';
import { previewOf } from '../previewOf.ts';
import { frameFormats, type FrameCheck, type FrameVerdict } from './frameChecks.ts';

// Frames come out of a process that a hostile scene may have taken over: they are decoded here and nowhere else, and the
// readers of all other formats stay shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg'] });
sharp.cache(false);
sharp.concurrency(1);
// Whoever started this process is gone: nobody is left to ask.
process.once('disconnect', () => process.exit());
process.on('message', (check: FrameCheck) => void judge(check).then((verdict) => process.send?.(verdict)));

async function judge({ path, width, height, format }: FrameCheck): Promise<FrameVerdict> {
  const { decodes, depth } = frameFormats[format];
  try {
    const options = { limitInputPixels: width * height, failOn: 'warning', sequentialRead: true } as const;
    const found = await sharp(path, options).metadata();
    if (
      found.format !== decodes ||
      found.depth !== depth ||
      found.width !== width ||
      found.height !== height
    ) {
      const is = `${found.width} × ${found.height} ${found.format} of ${found.depth}`;
      return refused(`it is ${is}, not ${width} × ${height} ${decodes} of ${depth}`);
    }
    // Only reading every pixel shows that they are all there.
    await sharp(path, options).stats();
    return { problem: null, preview: await previewOf(sharp(path, options)).catch(() => null) };
  } catch (error) {
    return refused(`it cannot be decoded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refused(problem: string): FrameVerdict {
  return { problem, preview: null };
}
