import { h } from './dom.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const ALWAYS = '1'.repeat(24);

/** Draws the hours of the week at which tasks are taken, to be painted by the pointer or switched by the keyboard. */
export function drawSchedule(schedule, save) {
  const timeZone = schedule?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const days = [...(schedule?.days ?? DAYS.map(() => ALWAYS))];
  const change = (open) => save({ schedule: open ? { timeZone, days } : null });
  return h(
    'fieldset',
    { class: 'group' },
    h('legend', {}, 'Hours'),
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        id: 'scheduled',
        checked: schedule !== null,
        onchange: (event) => change(event.target.checked),
      }),
      'Take tasks only at these hours',
    ),
    schedule && grid(days, () => change(true)),
    schedule &&
      h(
        'p',
        { class: 'hint' },
        `Filled hours are open, by the clocks of ${timeZone}. Drag over them, or use the arrow keys and space.`,
      ),
  );
}

/** The hour that the keyboard reached last, which it comes back to. */
let reached = [0, 0];

function grid(days, done) {
  const cells = DAYS.map((day, row) =>
    Array.from({ length: 24 }, (_, hour) => {
      const cell = h('button', {
        type: 'button',
        class: 'hour',
        id: `hour-${row}-${hour}`,
        tabIndex: row === reached[0] && hour === reached[1] ? 0 : -1,
        'aria-label': `${day} ${hour}:00 to ${hour + 1}:00`,
        'aria-pressed': String(days[row][hour] === '1'),
      });
      cell.dataset.at = `${row} ${hour}`;
      return cell;
    }),
  );
  const set = (cell, open) => {
    const [row, hour] = placeOf(cell);
    cell.setAttribute('aria-pressed', String(open));
    days[row] = days[row].slice(0, hour) + (open ? '1' : '0') + days[row].slice(hour + 1);
  };
  return h(
    'table',
    {
      class: 'week',
      onpointerdown: (event) => paint(event, set, done),
      onkeydown: (event) => move(event, cells),
      onclick: (event) => {
        // A pointer has painted already; what comes from the keyboard has no pointer.
        if (event.detail !== 0 || !event.target.matches('.hour')) return;
        set(event.target, event.target.getAttribute('aria-pressed') !== 'true');
        done();
      },
    },
    h('caption', { class: 'sr' }, 'Hours of the week at which tasks are taken'),
    h('colgroup', {}, h('col', { class: 'day' })),
    h(
      'tbody',
      {},
      cells.map((row, day) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, DAYS[day]),
          row.map((cell) => h('td', {}, cell)),
        ),
      ),
    ),
    h(
      'tfoot',
      { 'aria-hidden': 'true' },
      h(
        'tr',
        {},
        h('td', {}),
        [0, 6, 12, 18].map((hour) => h('td', { colSpan: 6 }, `${hour}:00`)),
      ),
    ),
  );
}

function placeOf(cell) {
  return cell.dataset.at.split(' ').map(Number);
}

function paint(event, set, done) {
  if (!event.target.matches('.hour')) return;
  const open = event.target.getAttribute('aria-pressed') !== 'true';
  event.target.releasePointerCapture(event.pointerId);
  set(event.target, open);
  const over = (moved) => moved.target.matches?.('.hour') && set(moved.target, open);
  const table = event.currentTarget;
  table.addEventListener('pointerover', over);
  window.addEventListener(
    'pointerup',
    () => {
      table.removeEventListener('pointerover', over);
      done();
    },
    { once: true },
  );
}

const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function move(event, cells) {
  const step = steps[event.key];
  if (!step || !event.target.matches('.hour')) return;
  event.preventDefault();
  const [row, hour] = placeOf(event.target);
  const next = cells[row + step[0]]?.[hour + step[1]];
  if (!next) return;
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  reached = placeOf(next);
  next.focus();
}
