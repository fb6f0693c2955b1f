import sharp from 'sharp';

/** How close a picture is to the truth: peak signal-to-noise ratio over the RGB values, in dB. */
export async function psnr(picture: string | Buffer, truth: string): Promise<number> {
  const [a, b] = await Promise.all(
    [picture, truth].map((each) => sharp(each).removeAlpha().raw().toBuffer()),
  );
  let squares = 0;
  for (let i = 0; i < b!.length; i++) squares += (a![i]! - b![i]!) ** 2;
  return 10 * Math.log10(255 ** 2 / (squares / b!.length));
}

/** The picture at twice its size by bicubic interpolation: what any viewer does. */
export async function bicubic(path: string): Promise<Buffer> {
  const { width, height } = await sharp(path).metadata();
  return sharp(path)
    .resize(width * 2, height * 2, { kernel: 'cubic' })
    .png()
    .toBuffer();
}
