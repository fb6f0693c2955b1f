/** @import { LocalState } from '../LocalState.ts' */
import { byId, fill, h, whenChanged } from './dom.js';
import { moment, span, statusWord } from './words.js';

const hold = {
  OWNER: (until) => (until ? `by you until ${moment(until)}` : 'by you'),
  PORTAL: () => 'in the portal',
  SCHEDULE: (until) => (until ? `by your schedule until ${moment(until)}` : 'by your schedule'),
  TEMPERATURE: () => 'because a GPU is hotter than your limit',
  IN_USE: (_, reason) => `because ${reason ?? 'somebody uses this machine'}`,
};

const heading = whenChanged((worker) => {
  byId('worker-id').className = worker ? 'mono id' : 'say';
  byId('worker-id').textContent = worker ? worker.id : 'This machine is no worker yet.';
  byId('worker-name').textContent = worker?.name ?? '';
  byId('sentence').className = worker ? 'say2' : 'lead';
});
const word = whenChanged((name, text, tone) => fill(byId('word'), statusWord(name, text, tone)));
const sentence = whenChanged((text) => (byId('sentence').textContent = text));
const trouble = whenChanged((error) => {
  byId('trouble').hidden = !error;
  if (!error) return;
  const text = `Last trouble, ${moment(error.at)}: ${error.message} `;
  fill(byId('trouble'), text, h('span', { class: 'mono' }, error.code));
});

/**
 * Draws which worker this is and how it is; each part only when it has changed, so that its text can be marked.
 * @param {LocalState} state
 * @param {boolean} heard
 * @param {number} now
 */
export function drawWorker({ worker, status }, heard, now) {
  heading(worker);
  byId('worker-row').hidden = worker === null;
  word(...(heard ? wordOf(status) : ['offline', 'Not running', 'bad']));
  sentence(heard ? sentenceOf(worker, status) : SILENT);
  trouble(status?.lastError ?? null);
  byId('beat').textContent = beatOf(status?.heardAt, now);
}

const SILENT = 'The agent does not answer and is asked again every 2 seconds; what is shown is how it was.';

function beatOf(heardAt, now) {
  if (!heardAt) return ', no heartbeat answered yet';
  return `, heartbeat ${span(Math.max(0, now - Date.parse(heardAt)))} ago`;
}

function wordOf(status) {
  const [task] = status?.tasks ?? [];
  if (!status) return ['new', 'Starting', 'now'];
  if (task && status.intent !== 'RUN') return ['draining', 'Draining'];
  if (task) return task.kind === 'RENDER' ? ['rendering', 'Rendering'] : ['upscaling', 'Upscaling'];
  if (status.intent !== 'RUN') return ['paused', 'Paused'];
  if (status.connection === 'OFFLINE') return ['offline', 'Offline', 'bad'];
  if (status.connection === 'CONNECTING') return ['new', 'Connecting', 'now'];
  if (mines(status)) return ['mining', 'Mining'];
  return ['idle', 'Idle'];
}

function mines({ mining }) {
  return mining.gpus.some(({ state }) => state === 'MINING' || state === 'STARTING');
}

function sentenceOf(worker, status) {
  if (!worker) return 'Create a worker in the portal, download its configuration, and import it here.';
  const holds = status?.holds ?? [];
  const tasks = status?.tasks ?? [];
  const why = holds.map(({ by, until, reason }) => hold[by](until, reason)).join(', and ');
  const untold = status?.unacknowledged ?? 0;
  const sentences = [
    tasks.length === 1 && 'One task is under way.',
    tasks.length > 1 && `${tasks.length} tasks are under way.`,
    why && (tasks.length > 0 ? `After that no more are taken: paused ${why}.` : `Paused ${why}.`),
    status?.connection === 'OFFLINE' &&
      `The platform cannot be reached and is tried again${tasks.length > 0 ? '; what is under way goes on' : ''}.`,
    untold > 0 && tasks.length === 0 && `${untold} finished, to be told to the platform.`,
  ].filter(Boolean);
  if (sentences.length === 0 && status && mines(status))
    return 'Waiting for a task, and mining for your pool meanwhile.';
  return sentences.join(' ') || 'Waiting for a task.';
}
