/** The size of a picture: 1,920 × 1,080. */
export function pixels(width: number, height: number): string {
  return `${width.toLocaleString('en-US')} × ${height.toLocaleString('en-US')}`;
}
