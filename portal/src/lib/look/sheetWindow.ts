/** What is known of a sheet of equal cells that is taller than the screen. */
export interface Sheet {
  /** Room for the cells, in px. */
  width: number;
  /** Where the sheet begins, seen from the top of the screen: negative when scrolled past. */
  top: number;
  /** Height of the screen. */
  screen: number;
  count: number;
  /** Height of a cell's picture over its width. */
  aspect: number;
  narrowest: number;
}

/** Which cells have to be drawn, and where. */
export interface SheetWindow {
  columns: number;
  rowHeight: number;
  /** Height of all rows. */
  height: number;
  from: number;
  to: number;
  /** Where the first drawn row begins. */
  offset: number;
}

/** Between cells, in px. */
export const sheetGap = 8;
/** Under each picture, for its words. */
export const sheetWords = 24;
/** Rows drawn beyond the screen on either side, so that scrolling and tabbing find them there. */
const spareRows = 3;

/** The cells of a sheet that are on the screen or close to it: however many there are, few are drawn. */
export function sheetWindow({ width, top, screen, count, aspect, narrowest }: Sheet): SheetWindow {
  const columns = Math.max(1, Math.floor((width + sheetGap) / (narrowest + sheetGap)));
  const cell = Math.max(narrowest, (width + sheetGap) / columns - sheetGap);
  const rowHeight = Math.round(cell * aspect) + sheetWords + sheetGap;
  const rows = Math.ceil(count / columns);
  const clamp = (row: number) => Math.min(rows, Math.max(0, row));
  const first = clamp(Math.floor(-top / rowHeight) - spareRows);
  const last = clamp(Math.ceil((screen - top) / rowHeight) + spareRows);
  return {
    columns,
    rowHeight,
    height: Math.max(0, rows * rowHeight - sheetGap),
    from: first * columns,
    to: Math.min(count, last * columns),
    offset: first * rowHeight,
  };
}
