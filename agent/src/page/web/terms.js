/** @import { Terms } from '../../terms/Terms.ts' */
import { byId, fill, h, refill } from './dom.js';
import { send } from './server.js';
import { glyph, microsOf, moment, money, moneyText, pair, span } from './words.js';

/**
 * Draws what the platform last said of the worker's bid and pay, also while it cannot be reached.
 * @param {Terms | null} terms
 * @param {boolean} isOnline
 */
export function drawTerms(terms, isOnline) {
  refill(
    byId('terms'),
    h('fieldset', { class: 'group' }, h('legend', {}, 'Bid and earning'), parts(terms, isOnline)),
  );
}

/**
 * Draws where the worker is to be paid, beside what it computes.
 * @param {Terms | null} terms
 */
export function drawWallet(terms) {
  const address = terms?.walletAddress;
  const value = address
    ? h('span', { class: 'mono address' }, address)
    : 'none: set it in the portal, under Settings';
  fill(byId('wallet'), terms && pair('Wallet', value));
}

/**
 * Draws how old it is.
 * @param {Terms | null} terms
 * @param {boolean} isOnline
 * @param {number} now
 */
export function drawTermsAge(terms, isOnline, now) {
  // It is there only once something is known.
  const age = document.getElementById('terms-age');
  if (!age || !terms) return;
  const ago = span(now - Date.parse(terms.at));
  age.textContent = isOnline
    ? `As the platform said ${ago} ago.`
    : `As the platform said ${ago} ago, at ${moment(terms.at, now)}: the network is down.`;
}

function parts(terms, isOnline) {
  if (!terms)
    return [h('p', { class: 'hint' }, 'The platform has not said yet what this worker asks and earns.')];
  return [
    h(
      'dl',
      { class: 'kv' },
      pair('Average bid', amount(terms.averageBid)),
      pair(
        'Bench score',
        terms.benchScore === null ? 'not measured yet' : String(Math.round(terms.benchScore)),
      ),
      pair('Earning per hour, estimated', amount(terms.estimate?.expected)),
      terms.estimate?.expected && pair('In the emptiest hour', amount(terms.estimate.low)),
      terms.estimate?.expected && pair('In the fullest hour', amount(terms.estimate.high)),
    ),
    h('p', { class: 'hint' }, methodOf(terms.estimate)),
    bidField(terms, isOnline),
    h('p', { class: 'hint', id: 'terms-age' }),
  ];
}

function amount(microUsd) {
  return microUsd ? money(microUsd) : 'not known yet';
}

function methodOf(estimate) {
  if (!estimate) return 'The platform does not say what an hour earns.';
  const thin = estimate.thin ? ' Few workers are online, so it rests on little.' : '';
  return `${estimate.reason ?? estimate.method}${thin}`;
}

/** A bid is set on the platform, so it is sent when it is asked for and not with each key. */
function bidField({ bid, customBid }, isOnline) {
  const problem = h('p', { class: 'note bad', role: 'alert', hidden: true });
  const input = h('input', {
    class: 'input short',
    id: 'bid',
    inputMode: 'decimal',
    autocomplete: 'off',
    placeholder: inDollars(bid),
    value: typed() ?? (customBid === null ? '' : inDollars(customBid)),
    'aria-describedby': 'bid-hint',
  });
  const save = async (text) => {
    problem.hidden = true;
    byId('saved').textContent = '';
    try {
      await send('POST', '/api/bid', { bid: text === '' ? null : String(microsOf(text)) });
      byId('saved').textContent = 'Saved';
    } catch (error) {
      fill(problem, glyph('error'), h('span', {}, error.message));
      problem.hidden = false;
    }
  };
  return h(
    'form',
    {
      class: 'field',
      onsubmit: (event) => {
        event.preventDefault();
        void save(input.value.trim());
      },
    },
    h('label', { for: 'bid' }, 'Custom bid, in dollars for 3,600 work units'),
    h('div', { class: 'row mid' }, input, h('button', { class: 'btn', id: 'bid-save' }, 'Set bid')),
    h(
      'p',
      { class: 'hint', id: 'bid-hint' },
      isOnline
        ? 'From 0.01 to 100; empty for the platform’s default. It holds from the next task on.'
        : 'It is set on the platform: that needs the network, which is down.',
    ),
    problem,
  );
}

/** What is being typed outlives a drawing. */
function typed() {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement && activeElement.id === 'bid'
    ? activeElement.value
    : undefined;
}

function inDollars(microUsd) {
  return moneyText(microUsd)
    .replace('$', '')
    .replace(/(\.\d\d\d*?)0+$/, '$1');
}
