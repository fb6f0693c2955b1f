/** @import { MiningStatus } from '../../mining/miningStatus.ts' */
/** @import { LocalState } from '../LocalState.ts' */
import { byId, fill, h, refill, whenChanged } from './dom.js';
import { send } from './server.js';
import { glyph, microsOf, money, moment, pair, span, statusWord } from './words.js';

const MICROS = 1_000_000;
const WHAT_IT_IS =
  'Off until you switch it on. Your own miner program then mines for your pool, on NVIDIA GPUs alone and only while they have had no task for a minute: a task always ends it first. It heats the GPU and takes electricity, which you pay for and which can cost more than it earns. What a pool owes you is its own statement and never part of your Pictor balance.';
const NONE_FOUND = 'Mining is for NVIDIA GPUs alone, and none is found on this machine.';

const nowOnce = whenChanged(drawNow);
const formOnce = whenChanged(drawForm);

/**
 * Draws how this machine mines, and what the owner sets of it; `now` is the agent's time in milliseconds.
 * @param {LocalState} state
 * @param {number} now
 */
export function drawMining({ settings, status, gpus }, now) {
  const { mining } = settings;
  const here = gpus.length > 0;
  nowOnce(mining, status?.mining ?? null, here, Math.floor(now / 5_000) * 5_000);
  byId('mining-form').hidden = !here && !mining.on;
  formOnce(mining, status?.mining.program ?? null);
}

function drawNow(settings, status, here, now) {
  const { on } = settings;
  const mines = status?.gpus ?? [];
  refill(
    byId('mining-now'),
    h('p', { class: 'row mid' }, statusWord(...wordOf(on, mines)), (here || on) && switchButton(on)),
    h('p', { class: 'hint' }, WHAT_IT_IS),
    !here && h('p', { class: 'quiet' }, NONE_FOUND),
    here && on && status?.why && h('p', { id: 'mining-why' }, status.why),
    on && !status?.why && mines.map((gpu) => gpuOf(gpu, mines.length > 1, now)),
  );
}

function wordOf(on, gpus) {
  const some = (state) => gpus.some((gpu) => gpu.state === state);
  if (!on) return ['idle', 'Off'];
  if (some('MINING')) return ['mining', 'Mining'];
  if (some('STARTING')) return ['mining', 'Starting', 'now'];
  if (some('GAVE_UP')) return ['error', 'Gave up', 'bad'];
  if (some('WAITING')) return ['warning', 'Starting again', 'warn'];
  return ['paused', 'On, not mining'];
}

function switchButton(on) {
  return h(
    'button',
    {
      type: 'button',
      class: 'btn push',
      id: 'mining-switch',
      onclick: () => save(() => ({ on: !on })),
    },
    on ? 'Switch off' : 'Switch on',
  );
}

/** @param {MiningStatus['gpus'][number]} gpu */
function gpuOf({ slot, name, state, why, readAt, ...read }, several, now) {
  return h(
    'article',
    { 'aria-label': `GPU ${slot}` },
    several && h('h3', { class: 'h3' }, `${slot}: ${name}`),
    why && h('p', {}, why),
    (state === 'MINING' || state === 'STARTING') &&
      h(
        'dl',
        { class: 'kv' },
        pair('Hashrate', hashrate(read.hashesPerSecond)),
        pair('Shares', sharesOf(read)),
        pair('Power', powerOf(read.powerWatts)),
        pair('Read', readAt ? `${span(now - Date.parse(readAt))} ago` : 'not yet'),
      ),
  );
}

function sharesOf({ accepted, rejected }) {
  if (accepted === null && rejected === null) return 'not known';
  return `${accepted ?? 'unknown'} accepted, ${rejected ?? 'unknown'} rejected`;
}

function powerOf(watts) {
  if (watts === null) return 'not known';
  return [`${Math.round(watts)} W `, unit(`${((watts * 24) / 1_000).toFixed(1)} kWh a day`)];
}

const UNITS = ['H/s', 'kH/s', 'MH/s', 'GH/s', 'TH/s', 'PH/s'];

function hashrate(perSecond) {
  if (perSecond === null) return 'not known';
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, perSecond)) / 3));
  return [`${(perSecond / 1_000 ** step).toFixed(step === 0 ? 0 : 2)} `, unit(UNITS[step])];
}

function drawForm({ pool, coin, wallet, worker, extra, earning }, program) {
  const text = (words) => (words === '' ? null : words);
  refill(
    byId('mining-form'),
    h(
      'dl',
      { class: 'kv' },
      pair(
        'Program',
        program ? [h('span', { class: 'mono' }, program.path), `, as ${program.name}`] : 'none',
      ),
      pair('Estimated earning', earningOf(earning)),
    ),
    !program &&
      h(
        'p',
        { class: 'hint' },
        'Only a command of this machine can set the program: ',
        h('code', { class: 'mono clip' }, 'pictor-worker mining program PATH'),
      ),
    field('Pool', 'pool', pool, 'stratum+ssl://host:port', (value) => ({ pool: text(value) })),
    h(
      'div',
      { class: 'two' },
      field('Coin', 'coin', coin, 'ETC', (value) => ({ coin: text(value) })),
      field('Name at the pool', 'worker', worker, 'none', (value) => ({ worker: text(value) })),
    ),
    field('Wallet at the pool', 'wallet', wallet, 'as your pool wants it', (value) => ({
      wallet: text(value),
    })),
    field('Extra configuration', 'extra', extra.join(' '), '--lock-cclock 2100', (value) => ({
      extra: value.split(/\s+/).filter((word) => word !== ''),
    })),
    field(
      'What it earns a day, as your pool states it, in US dollars',
      'earning',
      dollarsOf(earning),
      'not known',
      (value) => ({
        earningMicroUsdPerDay: value === '' ? null : microsOf(value),
      }),
    ),
  );
}

function field(label, name, value, placeholder, changeOf) {
  const id = `mining-${name}`;
  const input = h('input', {
    class: 'input',
    id,
    placeholder,
    value: value ?? '',
    autocomplete: 'off',
    spellcheck: false,
    maxLength: 400,
    onchange: () => save(() => changeOf(input.value.trim())),
  });
  return h('div', { class: 'field' }, h('label', { for: id }, label), input);
}

function earningOf(earning) {
  if (!earning) return 'not known';
  return [money(earning.microUsdPerDay), unit(` a day, entered by you ${moment(earning.at)}`)];
}

function dollarsOf(earning) {
  return earning ? String(earning.microUsdPerDay / MICROS) : '';
}

/** Saves a change, made from what was typed, or says why not. */
async function save(changeOf) {
  say(null);
  try {
    await send('PATCH', '/api/mining', changeOf());
  } catch (error) {
    say(error.message);
  }
}

function say(message) {
  const line = byId('mining-problem');
  line.hidden = message === null;
  if (message !== null) fill(line, glyph('error'), h('span', {}, message));
}

function unit(text) {
  return h('span', { class: 'u' }, text);
}
