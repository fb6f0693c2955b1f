import { h, svg } from './dom.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MICRO = 1_000_000;

/** 3×3 bitmaps, row by row, that differ in shape and so never need their colour to be told apart. */
const glyphs = {
  rendering: '111111111',
  upscaling: '111001101',
  mining: '010111010',
  idle: '000010000',
  draining: '000000111',
  paused: '101101101',
  new: '101000101',
  offline: '111101111',
  error: '101010101',
  warning: '010010111',
  ok: '001101010',
  returned: '010110010',
};

/** A glyph of the product. */
export function glyph(name) {
  const squares = [...glyphs[name]]
    .map((bit, index) => (bit === '1' ? `M${(index % 3) * 4} ${Math.floor(index / 3) * 4}h4v4h-4z` : ''))
    .join('');
  return svg(
    'svg',
    { class: 'glyph', width: 12, height: 12, viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    svg('path', { d: squares }),
  );
}

/** A glyph and a word, in one colour: work, now, warn or bad. */
export function statusWord(name, word, tone = 'work') {
  return h('span', { class: `status ${tone}` }, glyph(name), word);
}

/** A length of time in at most two units: 2 s, 3 min 4 s, 4 h 12 min. */
export function span(ms) {
  const length = Math.max(0, ms);
  if (length < MINUTE) return unit(length / SECOND, 's');
  if (length < HOUR) return unit(length / MINUTE, 'min') + rest((length % MINUTE) / SECOND, 's');
  if (length < DAY) return unit(length / HOUR, 'h') + rest((length % HOUR) / MINUTE, 'min');
  return unit(length / DAY, 'd') + rest((length % DAY) / HOUR, 'h');
}

/** What is left, rounded so that it promises no more than is known. */
export function about(ms) {
  const length = Math.max(0, ms);
  if (length < 50 * SECOND) return unit(Math.max(10, Math.ceil(length / SECOND / 10) * 10), 's');
  if (length < HOUR) return unit(Math.round(length / MINUTE) || 1, 'min');
  return span(Math.round(length / (10 * MINUTE)) * 10 * MINUTE);
}

/** A moment by this machine's clock: 18:00, and its day when it is not today. */
export function moment(iso, now = Date.now()) {
  const at = new Date(iso);
  const clock = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === new Date(now).toDateString()) return clock;
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${clock}`;
}

/** An amount of micro-dollars, the four digits below the cent smaller. */
export function money(micros) {
  const [cents, rest] = written(micros);
  return h('span', {}, cents, h('span', { class: 'mic' }, rest));
}

/** An amount of micro-dollars in a sentence: all six digits below a dollar. */
export function moneyText(micros) {
  return written(micros).join('');
}

/** What was typed as an amount in dollars, in micro-dollars. Throws an Error that says what is wrong with it. */
export function microsOf(text) {
  const amount = /^\$?(\d{1,6}(?:\.\d{1,6})?)$/.exec(text)?.[1];
  if (amount === undefined) throw new Error('That is no amount in dollars, such as 0.42.');
  return Math.round(Number(amount) * MICRO);
}

/** A term and what it comes to, as a row of a list of them. */
export function pair(term, ...detail) {
  return h('div', {}, h('dt', {}, term), h('dd', {}, detail));
}

/** What is amiss, in a sentence: a loss that may come, or one that is there. */
export function note(tone, text) {
  const sign = tone === 'bad' ? 'error' : 'warning';
  return h('p', { class: `note ${tone}` }, glyph(sign), h('span', {}, text));
}

/** What kinds of task are called. */
export const kinds = { UPSCALE: 'AI upscale', RENDER: '3D render' };

/** The job of a task, whose id is the job's with a number. */
export function jobOf(taskId) {
  const end = taskId.lastIndexOf('.');
  return end < 0 ? taskId : taskId.slice(0, end);
}

function written(micros) {
  const value = BigInt(micros);
  const fraction = String(value % 1_000_000n).padStart(6, '0');
  return [`$${(value / 1_000_000n).toLocaleString('en-US')}.${fraction.slice(0, 2)}`, fraction.slice(2)];
}

function unit(value, name) {
  return `${Math.floor(value)}\u00a0${name}`;
}

function rest(value, name) {
  return Math.floor(value) > 0 ? ` ${unit(value, name)}` : '';
}
