import { dialogOf, fill, h } from './dom.js';
import { send } from './server.js';
import { glyph, moment } from './words.js';

const LARGEST = 64 * 1024;

/** Draws where a configuration is dropped, chosen or pasted; `place` is the element, `first` whether none was imported yet. */
export function drawImport(place, first) {
  const refusal = h('p', { class: 'note bad', role: 'alert', hidden: true });
  const refuse = (sentence) => {
    fill(refusal, glyph('error'), h('span', {}, sentence));
    refusal.hidden = false;
  };
  const take = (name, text) => {
    refusal.hidden = true;
    return ask(name, text, refuse);
  };
  const takeFile = async (file) => {
    if (!file) return;
    if (file.size > LARGEST) return refuse(`${file.name} is too large to be a worker configuration.`);
    await take(file.name, await file.text());
  };
  const input = h('input', {
    class: 'sr',
    type: 'file',
    accept: '.json,application/json',
    onchange: async () => {
      await takeFile(input.files[0]);
      input.value = '';
    },
  });
  const drop = h(
    'label',
    {
      class: first ? 'drop' : 'drop slim',
      ondragover: (event) => (event.preventDefault(), drop.classList.add('over')),
      ondragleave: () => drop.classList.remove('over'),
      ondrop: (event) => {
        event.preventDefault();
        drop.classList.remove('over');
        return takeFile(event.dataTransfer.files[0]);
      },
    },
    input,
    h('b', {}, 'Choose a configuration file, or drop it here'),
    h(
      'span',
      { class: 'muted' },
      first
        ? 'or paste its text anywhere on this page'
        : 'of this worker, where its credential was revoked; another worker needs a home of its own',
    ),
  );
  const text = h('textarea', { class: 'input mono', id: `${place.id}-text`, rows: 5, spellcheck: false });
  fill(
    place,
    drop,
    h(
      'details',
      { class: 'pasting' },
      h('summary', {}, 'Paste its text instead'),
      h('div', { class: 'field' }, h('label', { for: text.id }, 'The text of the file'), text),
      h('button', { type: 'button', class: 'btn', onclick: () => take('The text', text.value) }, 'Import'),
    ),
    refusal,
  );
  return take;
}

/** Takes what is pasted anywhere but into a field. */
export function takePastes(take) {
  document.addEventListener('paste', (event) => {
    if (event.target instanceof Element && /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (file) void file.text().then((content) => take()(file.name, content));
    else if (text.trim() !== '') void take()('The text', text);
  });
}

async function ask(name, text, refuse) {
  try {
    confirm(await send('POST', '/api/import/check', { name, text }), name, text, refuse);
  } catch (error) {
    refuse(error.message);
  }
}

function confirm({ gateway, workerId, workerName, expiresAt, isOpenRoad }, name, text, refuse) {
  const dialog = dialogOf('confirm');
  const become = async (event) => {
    event.target.disabled = true;
    event.target.textContent = 'Importing…';
    try {
      const { isNew } = await send('POST', '/api/import', { name, text });
      if (!isNew) refuse(`This machine is ${workerName} already; nothing has changed.`);
    } catch (error) {
      refuse(error.message);
    }
    dialog.close();
  };
  fill(
    dialog,
    h('h2', { id: 'confirm-title' }, `Become ${workerName}?`),
    h(
      'p',
      {},
      'This machine then takes tasks from this platform and from no other. Import only what you made there yourself.',
    ),
    h(
      'dl',
      { class: 'kv' },
      h('div', {}, h('dt', {}, 'Gateway'), h('dd', { class: 'mono break' }, gateway)),
      h('div', {}, h('dt', {}, 'Worker'), h('dd', { class: 'mono break' }, workerId)),
      h('div', {}, h('dt', {}, 'Good until'), h('dd', {}, moment(expiresAt))),
    ),
    isOpenRoad &&
      h(
        'p',
        { class: 'note warn' },
        glyph('warning'),
        h('span', {}, 'This address is not encrypted: anyone on the way can read the worker’s credential.'),
      ),
    h(
      'p',
      { class: 'acts end' },
      h('button', { type: 'button', class: 'btn', onclick: () => dialog.close() }, 'Cancel'),
      h('button', { type: 'button', class: 'btn go', onclick: become }, `Become ${workerName}`),
    ),
  );
  dialog.showModal();
}
