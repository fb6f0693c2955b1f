/** @import { PastAttempt } from '../../history/History.ts' */
import { byId, fill, h } from './dom.js';
import { kinds, moment, money, moneyText, span, statusWord } from './words.js';

/** So many at first; all others by a button. */
const SHOWN = 10;
let all = false;

const outcomes = {
  DONE: ['ok', 'Done', 'good'],
  LOST: ['offline', 'Taken away', 'warn'],
  RETURNED: ['returned', 'Handed back', 'work'],
  FAILED: ['error', 'Failed', 'bad'],
};

/**
 * Draws what was done lately.
 * @param {readonly PastAttempt[]} attempts
 */
export function drawPast(attempts) {
  const section = byId('past');
  if (attempts.length === 0) {
    return fill(
      section,
      h('h2', { class: 'h2' }, 'History'),
      h('p', { class: 'quiet' }, 'No task has ended on this machine yet.'),
    );
  }
  const shown = all ? attempts : attempts.slice(0, SHOWN);
  const showAll = () => {
    all = true;
    drawPast(attempts);
  };
  fill(
    section,
    h('h2', { class: 'h2' }, 'History', h('span', { class: 'u push' }, summary(attempts))),
    h(
      'table',
      { class: 'table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Began', 'Task', 'Took', 'Outcome', 'Reward'].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h('tbody', {}, shown.map(row)),
    ),
    shown.length < attempts.length &&
      h('button', { type: 'button', class: 'btn', onclick: showAll }, `Show all ${attempts.length}`),
    h(
      'p',
      { class: 'hint' },
      'The last 200 are kept here. A reward is paid once its task is verified; what was paid, the portal says.',
    ),
  );
}

function summary(attempts) {
  const done = attempts.filter(({ outcome, check }) => outcome === 'DONE' && !check);
  const total = done.reduce((sum, { reward }) => sum + BigInt(reward), 0n);
  return `${done.length} done, ${moneyText(total)} estimated`;
}

function row({ beganAt, taskId, kind, check, seconds, outcome, reason, reward }) {
  const [name, word, tone] = outcomes[outcome];
  const paid = outcome === 'DONE' && !check;
  return h(
    'tr',
    {},
    h('td', { class: 'began' }, moment(beganAt)),
    h(
      'td',
      { class: 'which' },
      h('span', { class: 'mono', title: taskId }, shortOf(taskId)),
      h('span', { class: 'small muted' }, check ? `${kinds[kind]}, a check` : kinds[kind]),
    ),
    h('td', { class: 'took' }, span(seconds * 1_000)),
    h(
      'td',
      { class: 'outcome' },
      statusWord(name, word, tone),
      reason && h('span', { class: 'small muted why' }, reason),
    ),
    h('td', { class: 'reward' }, paid ? money(reward) : '–'),
  );
}

/** The end of an id is what tells tasks of one job apart. */
function shortOf(id) {
  return id.length > 10 ? `…${id.slice(-8)}` : id;
}
