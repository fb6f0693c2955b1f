const KEY = 'pictor-worker-bearer';
const RETRY_MS = 2_000;

/** What the agent refused, with its code and a sentence. */
export class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Trades the secret in the address, where there is one, for a bearer that this tab keeps. Throws Refusal where there is
 * neither.
 */
export async function unlock() {
  const secret = /^#[\w-]{43}$/.test(location.hash) ? location.hash.slice(1) : undefined;
  if (secret) {
    // The secret is of no more use, and an address is easily shown around.
    history.replaceState(null, '', location.pathname);
    try {
      const { bearer } = await send('POST', '/api/session', { secret });
      sessionStorage.setItem(KEY, bearer);
    } catch (error) {
      if (!sessionStorage.getItem(KEY)) throw error;
    }
  }
  if (!sessionStorage.getItem(KEY)) throw new Refusal(401, 'STRANGER', '');
}

/** Asks the agent for something; throws Refusal, or what fetch throws where no agent answers. */
export async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', ...authorization() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Refusal(response.status, answer.code, answer.message);
}

/** Listens to the agent for as long as the page is open: tells news, and whether it is heard at all. */
export async function listen({ onNews, onLost, onStranger }) {
  for (;;) {
    try {
      const response = await fetch('/api/live', { headers: authorization() });
      if (response.status === 401) return onStranger();
      if (response.ok) for await (const line of linesOf(response.body)) onNews(JSON.parse(line));
    } catch {
      // It is tried again.
    }
    onLost();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

function authorization() {
  const bearer = sessionStorage.getItem(KEY);
  return bearer ? { authorization: `Bearer ${bearer}` } : {};
}

async function* linesOf(body) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
