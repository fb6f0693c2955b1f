import { defineEnvVars } from '@sveltejs/kit/env';

/** What the portal's server is told by its surroundings. */
export const variables = defineEnvVars({
  PICTOR_GRAPHQL_URL: {
    description: 'Where the portal’s server reaches the GraphQL API',
    schema: (value) => value ?? 'http://127.0.0.1:4000/graphql',
  },
});
