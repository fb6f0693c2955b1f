import { byId, fill, h, refill } from './dom.js';
import { drawSchedule } from './schedule.js';
import { send } from './server.js';
import { glyph } from './words.js';

const USUAL_LIMIT = 83;

/** Draws what the owner can set; each is saved as it is changed. */
export function drawSettings(settings, gpus) {
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
      'So it is when you pause, when the hours below end, and when a GPU gets too hot.',
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
