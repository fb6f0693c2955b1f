import { byId, dialogOf, fill, h, refill } from './dom.js';
import { send } from './server.js';
import { moment } from './words.js';

/** Draws how the owner pauses and resumes; what fails is told to `onFailed`. */
export function drawPausing(pause, onFailed) {
  refill(byId('acts'), buttons(pause, onFailed));
}

function buttons(pause, onFailed) {
  const act = (path, body) => () => send('POST', path, body).catch(onFailed);
  const button = (words, onclick, more) =>
    h('button', { type: 'button', class: 'btn', onclick, ...more }, words);
  // Under one id, so that the keyboard stays where it was.
  const id = 'pause-or-resume';
  if (pause) return [button('Resume', act('/api/resume', {}), { id, class: 'btn go' })];
  return [
    button('Pause', act('/api/pause', { kind: 'PAUSE', until: null }), { id }),
    button('Pause after this task', act('/api/pause', { kind: 'DRAIN', until: null })),
    button('Pause until…', () => askUntil(onFailed)),
  ];
}

function askUntil(onFailed) {
  const dialog = dialogOf('pause-until');
  const input = h('input', { class: 'input', type: 'time', id: 'until', value: '18:00', required: true });
  const hint = h('span', { class: 'hint' });
  const show = () =>
    (hint.textContent = input.value ? `That is ${moment(nextAt(input.value))} by this machine’s clock.` : '');
  input.addEventListener('input', show);
  const submit = async (event) => {
    event.preventDefault();
    dialog.close();
    await send('POST', '/api/pause', { kind: 'PAUSE', until: nextAt(input.value).toISOString() }).catch(
      onFailed,
    );
  };
  fill(
    dialog,
    h(
      'form',
      { class: 'stack', onsubmit: submit },
      h('h2', { id: 'pause-title' }, 'Pause until'),
      h('div', { class: 'field' }, h('label', { for: 'until' }, 'Take tasks again at'), input, hint),
      h(
        'p',
        { class: 'acts end' },
        h('button', { type: 'button', class: 'btn', onclick: () => dialog.close() }, 'Cancel'),
        h('button', { class: 'btn go' }, 'Pause'),
      ),
    ),
  );
  show();
  dialog.showModal();
}

/** The next time that a clock shows this. */
function nextAt(clock) {
  const [hours, minutes] = clock.split(':').map(Number);
  const at = new Date();
  at.setHours(hours, minutes, 0, 0);
  if (at <= new Date()) at.setDate(at.getDate() + 1);
  return at;
}
