import packageFile from '../package.json' with { type: 'json' };

/** Version of this agent. */
export const VERSION: string = packageFile.version;
