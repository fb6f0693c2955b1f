/** @import { LocalState } from '../LocalState.ts' */
import { byId, fill, h, refill } from './dom.js';
import { drawSchedule } from './schedule.js';
import { send } from './server.js';
import { glyph, note } from './words.js';

const USUAL_LIMIT = 83;
const USUAL_CAP = 250;

/**
 * Draws what the owner can set; each is saved as it is changed.
 * @param {LocalState['settings']} settings
 * @param {LocalState['gpus']} gpus
 * @param {LocalState['powerCaps']} powerCaps
 */
export function drawSettings(settings, gpus, powerCaps) {
  const problem = h('p', { class: 'note bad', role: 'alert', hidden: true });
  const save = async (change) => {
    problem.hidden = true;
    byId('saved').textContent = '';
    try {
      await send('PATCH', '/api/settings', change);
      byId('saved').textContent = 'Saved';
    } catch (error) {
      fill(problem, glyph('error'), h('span', {}, error.message));
      problem.hidden = false;
    }
  };
  refill(
    byId('settings-form'),
    problem,
    onPause(settings, save),
    temperature(settings, save),
    idleOnly(settings, save),
    gpus.length > 0 && powerCap(settings, powerCaps, save),
    engines(settings, save),
    gpus.length > 0 && gpuSwitches(settings, gpus, save),
    drawSchedule(settings.schedule, save),
  );
}

function onPause({ onPause: chosen }, save) {
  const choice = (value, words) =>
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'radio',
        id: `on-pause-${value}`,
        name: 'on-pause',
        value,
        checked: chosen === value,
        onchange: () => save({ onPause: value }),
      }),
      words,
    );
  return group(
    'When it pauses, a task under way',
    choice('FINISH', 'is finished first'),
    choice('HAND_BACK', 'goes back at once and earns nothing'),
    h(
      'p',
      { class: 'hint' },
      'So it is when you pause, here or in the portal, when the hours below end, when a GPU gets too hot, and when somebody uses a machine that works only while idle.',
    ),
  );
}

function temperature({ maximumTemperature }, save) {
  const input = h('input', {
    class: 'input short',
    type: 'number',
    id: 'limit',
    min: 40,
    max: 110,
    step: 1,
    value: maximumTemperature ?? USUAL_LIMIT,
    disabled: maximumTemperature === null,
    onchange: () => save({ maximumTemperature: Number(input.value) }),
  });
  return group(
    'Temperature',
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        id: 'limited',
        checked: maximumTemperature !== null,
        onchange: (event) => save({ maximumTemperature: event.target.checked ? Number(input.value) : null }),
      }),
      'Pause while a GPU is too hot',
    ),
    h('div', { class: 'field' }, h('label', { for: 'limit' }, 'Too hot is above, in °C'), input),
    h('p', { class: 'hint' }, 'Tasks are taken again once all are 8 °C cooler.'),
  );
}

function idleOnly({ idleOnly: wanted }, save) {
  return group(
    'While you use this machine',
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        id: 'idle-only',
        checked: wanted,
        onchange: (event) => save({ idleOnly: event.target.checked }),
      }),
      'Take tasks only while nobody does',
    ),
    h(
      'p',
      { class: 'hint' },
      'Nobody at it for 5 minutes, no other program computing on a GPU, and no laptop on its battery. Where that cannot be told, no tasks are taken, and the page says so.',
    ),
  );
}

/** The cap for every GPU; those of single ones are set on the command line, and kept. */
function powerCap({ powerCaps: caps }, states, save) {
  const { all, ...others } = caps;
  const input = h('input', {
    class: 'input short',
    type: 'number',
    id: 'power-cap',
    min: 1,
    max: 5000,
    step: 1,
    value: all ?? USUAL_CAP,
    disabled: all === undefined,
    onchange: () => save({ powerCaps: { ...others, all: Number(input.value) } }),
  });
  const problems = states.flatMap(({ problem }) => problem ?? []);
  return group(
    'Power',
    h(
      'label',
      { class: 'check' },
      h('input', {
        type: 'checkbox',
        id: 'power-capped',
        checked: all !== undefined,
        onchange: (event) =>
          save({ powerCaps: event.target.checked ? { ...others, all: Number(input.value) } : others }),
      }),
      'Cap the power of each GPU',
    ),
    h('div', { class: 'field' }, h('label', { for: 'power-cap' }, 'At most, in W'), input),
    Object.entries(others).map(([uuid, watts]) =>
      h('p', { class: 'hint' }, `${uuid} has a cap of its own: ${watts} W.`),
    ),
    problems.map((text) => note('warn', text)),
    h(
      'p',
      { class: 'hint' },
      'It holds while the agent runs; then each GPU has the limit that it had before.',
    ),
  );
}

function engines({ enginesOff }, save) {
  return group(
    'Takes',
    toggle('AI upscaling', enginesOff, 'UPSCALE', (off) => save({ enginesOff: off })),
    toggle('3D rendering', enginesOff, 'RENDER', (off) => save({ enginesOff: off })),
  );
}

function gpuSwitches({ gpusOff }, gpus, save) {
  return group(
    'GPUs at work',
    gpus.map(({ uuid, name, index }) =>
      toggle(`${index}: ${name}`, gpusOff, uuid, (off) => save({ gpusOff: off })),
    ),
  );
}

function toggle(words, off, name, change) {
  const set = (event) => {
    const others = off.filter((each) => each !== name);
    return change(event.target.checked ? others : [...others, name]);
  };
  return h(
    'label',
    { class: 'check' },
    h('input', { type: 'checkbox', id: `takes-${name}`, checked: !off.includes(name), onchange: set }),
    words,
  );
}

function group(name, ...children) {
  return h('fieldset', { class: 'group' }, h('legend', {}, name), children);
}
