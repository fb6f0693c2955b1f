/** A client of the public GraphQL API, as any third party would write one. */
export class Api {
  readonly #url: string;
  readonly session: string | undefined;

  constructor(url: string, session?: string) {
    this.#url = url;
    this.session = session;
  }

  /** The same API, as the one who holds this session. */
  as(session: string): Api {
    return new Api(this.#url, session);
  }

  /** Runs one operation. Throws with the first error's code and sentence. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.session && { authorization: `Bearer ${this.session}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: ApiError[] };
    const [error] = errors ?? [];
    if (error) throw new Error(`${error.extensions?.code ?? 'ERROR'}: ${error.message}`);
    return data!;
  }
}

interface ApiError {
  message: string;
  extensions?: { code?: string };
}
