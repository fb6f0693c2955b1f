import { readFileSync } from 'node:fs';

/** What the gateway needs to know when it starts alone. */
export interface Config {
  readonly port: number;
  /** Read again at every reload. */
  readonly supergraphFile: string;
  /** WebSocket URLs of subgraphs, where they are not the HTTP URL with ws: for http:. */
  readonly subgraphWs: Readonly<Record<string, string>>;
  readonly forwardHeaders: readonly string[];
  readonly identity: 'headers' | 'extensions';
}

type Environment = Readonly<Record<string, string | undefined>>;

const headerName = /^[a-z0-9!#$%&'*+.^_`|~-]+$/;
const maxPort = 65_535;

/** Reads the environment; what is wrong with it is told all at once. */
export function readConfig(environment: Environment): Config | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const config: Config = {
    port: readPort(environment.PORT, problems),
    supergraphFile: readSupergraphFile(environment.SUPERGRAPH, problems),
    subgraphWs: readSubgraphWs(environment.SUBGRAPH_WS, problems),
    forwardHeaders: readHeaderNames(environment.FORWARD_HEADERS, problems),
    identity: readIdentity(environment.SUBGRAPH_IDENTITY, problems),
  };
  return problems.length ? { problems } : config;
}

function readPort(text = '4000', problems: string[]): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > maxPort)
    problems.push(`PORT must be a number from 0 to ${maxPort}, not "${text}"`);
  return port;
}

function readSupergraphFile(file: string | undefined, problems: string[]): string {
  if (!file)
    problems.push('SUPERGRAPH must name the file of the supergraph, as @apollo/composition composes it');
  else
    try {
      readFileSync(file);
    } catch (error) {
      problems.push(`SUPERGRAPH names a file that cannot be read: ${(error as Error).message}`);
    }
  return file ?? '';
}

function readSubgraphWs(text = '{}', problems: string[]): Record<string, string> {
  const urls = parseObject(text);
  const isUrl = (url: unknown) => typeof url === 'string' && /^wss?:$/.test(URL.parse(url)?.protocol ?? '');
  if (!urls || !Object.values(urls).every(isUrl))
    problems.push(`SUBGRAPH_WS must be a JSON object of names and ws: or wss: URLs, not ${text}`);
  return (urls ?? {}) as Record<string, string>;
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readHeaderNames(text = '', problems: string[]): string[] {
  const names = text
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of names)
    if (!headerName.test(name))
      problems.push(`FORWARD_HEADERS must be names of headers with commas between, not "${name}"`);
  return [...new Set(names)];
}

function readIdentity(text = 'headers', problems: string[]): Config['identity'] {
  if (text === 'headers' || text === 'extensions') return text;
  problems.push(`SUBGRAPH_IDENTITY must be "headers" or "extensions", not "${text}"`);
  return 'headers';
}
