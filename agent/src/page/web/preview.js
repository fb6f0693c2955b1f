import { h } from './dom.js';
import { send } from './server.js';

/** What is seen of a task so far; nothing is drawn before there is something. */
export function createPreview(taskId, kind) {
  const image = h('img', { alt: kind === 'RENDER' ? 'The frame rendered last' : 'What is upscaled so far' });
  const element = h('figure', { class: 'preview', hidden: true }, image);
  let shown = 0;
  let asking = false;
  const update = async (number) => {
    if (number === shown || asking) return;
    asking = true;
    try {
      const { jpeg } = await send('POST', '/api/preview', { taskId });
      shown = number;
      if (jpeg) {
        image.src = `data:image/jpeg;base64,${jpeg}`;
        element.hidden = false;
      }
    } catch {
      // It is only to look at, and asked for again with the next news.
    } finally {
      asking = false;
    }
  };
  return { element, update };
}
