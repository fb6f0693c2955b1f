/** Where a server listens: a unix socket, or loopback TCP with the password that a client must know. */
export type Listen = { path: string } | { port: number; password?: string };

/** The user name of the one account that a server with a password has. */
export const USER = 'pictor';

/** The connection string of a server at an address; `port` is the one that it was given where the address asked for any. */
export function uriOf(listen: Listen, db: string, port?: number): string {
  if ('path' in listen) return `mongodb://${encodeURIComponent(listen.path)}/${db}?directConnection=true`;
  const account = listen.password === undefined ? '' : `${USER}:${encodeURIComponent(listen.password)}@`;
  const login = listen.password === undefined ? '' : '&authMechanism=SCRAM-SHA-256&authSource=admin';
  return `mongodb://${account}127.0.0.1:${port ?? listen.port}/${db}?directConnection=true${login}`;
}
