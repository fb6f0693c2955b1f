const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. Properties that begin with `on` are listeners, `class`, `role`, `for` and those with a dash are
 * attributes, all others are set as they are; children are elements or text, and what is null or false is left out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (/^(class|role|for)$|-/.test(name)) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...shown(children));
  return element;
}

/** Makes an SVG element of attributes. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Replaces what is in an element. */
export function fill(element, ...children) {
  element.replaceChildren(...shown(children));
}

/** Replaces what is in an element. What has the keyboard and comes again under its id keeps it, else the first control has it. */
export function refill(element, ...children) {
  const { activeElement } = document;
  const id = activeElement && element.contains(activeElement) ? activeElement.id : null;
  fill(element, ...children);
  if (id === null) return;
  const next = document.getElementById(id) ?? element.querySelector('button, input');
  if (next instanceof HTMLElement) next.focus();
}

/**
 * The element of an id that the page has from its beginning on.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no ${id}.`);
  return element;
}

/**
 * The dialog of an id.
 * @param {string} id
 * @returns {HTMLDialogElement}
 */
export function dialogOf(id) {
  return /** @type {HTMLDialogElement} */ (byId(id));
}

/**
 * Draws a part of the page only when what it shows has changed, so that nothing under the pointer or the keyboard is
 * replaced for nothing.
 */
export function whenChanged(draw) {
  let before;
  return (...shown) => {
    const now = JSON.stringify(shown);
    if (now === before) return;
    before = now;
    draw(...shown);
  };
}

function shown(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
