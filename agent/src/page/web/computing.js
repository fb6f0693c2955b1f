/** @import { AgentStatus } from '../../home/statusFile.ts' */
/** @import { Gpu } from '../../metrics/GpuReading.ts' */
import { bar } from './cells.js';
import { byId, fill, h } from './dom.js';
import { createPreview } from './preview.js';
import { about, jobOf, kinds, money, pair, span, statusWord } from './words.js';

/** What is drawn of each task under way, by its id: it stays where it is, so that its ids can be marked and copied. */
let views = new Map();
let head;

/**
 * Draws what is at work.
 * @param {AgentStatus['tasks']} tasks
 * @param {readonly Gpu[]} gpus
 * @param {number} now
 */
export function drawComputing(tasks, gpus, now) {
  const ids = tasks.map(({ taskId }) => taskId);
  if (!head || ids.join() !== [...views.keys()].join()) {
    views = new Map(tasks.map((task) => [task.taskId, views.get(task.taskId) ?? viewOf(task, gpus)]));
    head = h(
      'h2',
      { class: 'h2' },
      'Computing',
      tasks.length > 1 && h('span', { class: 'push u' }, `${tasks.length} tasks`),
    );
    fill(
      byId('computing'),
      head,
      tasks.length === 0 && h('p', { class: 'quiet' }, 'No task is under way.'),
      [...views.values()].map(({ element }) => element),
    );
  }
  for (const task of tasks) views.get(task.taskId).update(task, now);
}

function viewOf({ taskId, kind, check, startedAt, reward, slot }, gpus) {
  const progress = h('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': `Task ${taskId}`,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
  });
  const percent = h('b', { class: 'percent' });
  const left = h('span', { class: 'push muted' });
  const duration = h('span');
  const type = check ? `${kinds[kind]}, a check` : kinds[kind];
  const preview = createPreview(taskId, kind);
  const element = h(
    'article',
    { class: 'task', 'aria-label': `Task ${taskId}` },
    preview.element,
    progress,
    h('p', { class: 'row small' }, percent, left),
    h(
      'dl',
      { class: 'kv' },
      pair('Type', statusWord(kind === 'RENDER' ? 'rendering' : 'upscaling', type)),
      pair('Job ID', h('span', { class: 'mono' }, jobOf(taskId))),
      pair('Task ID', h('span', { class: 'mono' }, taskId)),
      gpus.length > 1 && pair('GPU', `${slot}: ${gpus[slot]?.name ?? 'unknown'}`),
      pair('Duration', duration),
      pair('Reward, estimated', check ? 'none: it checks another’s result' : money(reward)),
    ),
  );
  const update = (task, now) => {
    const done = Math.floor(task.progress * 100);
    progress.setAttribute('aria-valuenow', done);
    fill(progress, bar(task.progress, 24));
    fill(percent, done, h('span', { class: 'u' }, ' %'));
    left.textContent = leftOf(task, now);
    duration.textContent = span(now - Date.parse(startedAt));
    preview.update(task.previews);
  };
  return { element, update };
}

function leftOf({ progress, expectedAt }, now) {
  if (progress >= 1) return 'done, being handed over';
  return expectedAt ? `about ${about(Date.parse(expectedAt) - now)} left` : 'time left not known yet';
}
