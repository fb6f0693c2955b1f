import { svg } from './dom.js';

const CELL = 3;
const PITCH = 4;
const ROWS = 4;

/**
 * Columns of cells, the newest at the end: shares from 0 to 1, null where nothing is known, which leaves no cell. The cells
 * above a limit are ochre.
 */
export function columns(shares, label, limit = Infinity) {
  const width = shares.length * PITCH - 1;
  const height = ROWS * PITCH - 1;
  const paths = { empty: '', work: '', now: '', warn: '' };
  shares.forEach((share, index) => {
    if (share === null) return;
    const filled = Math.min(ROWS, Math.ceil(share * ROWS));
    const ink = share > limit ? 'warn' : index === shares.length - 1 ? 'now' : 'work';
    for (let row = 0; row < ROWS; row++)
      paths[row < filled ? ink : 'empty'] +=
        `M${index * PITCH} ${(ROWS - 1 - row) * PITCH}h${CELL}v${CELL}h-${CELL}z`;
  });
  return svg(
    'svg',
    { class: 'columns', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ...Object.entries(paths).map(([ink, d]) => svg('path', { class: `c-${ink}`, d })),
  );
}

/** Progress as cells: those that are done, the one that is being filled, those to come. */
export function bar(share, count) {
  const width = 100 / count;
  const done = Math.floor(share * count);
  const cells = Array.from({ length: count }, (_, index) =>
    svg('rect', {
      class: index < done ? 'c-work' : index === done && share < 1 ? 'c-now' : 'c-empty',
      x: `${index * width}%`,
      width: `${width - 0.5}%`,
      height: 10,
    }),
  );
  return svg('svg', { class: 'bar', width: '100%', height: 10, 'aria-hidden': 'true' }, ...cells);
}
