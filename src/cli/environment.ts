import { config as readDotenv } from 'dotenv';

import { ConfigError } from '../config.ts';

/**
 * The variables of the environment, and those of `.env` in the working directory for the ones it has not set.
 *
 * @throws ConfigError when there is a `.env` that cannot be read
 */
export function readEnvironment(): Record<string, string | undefined> {
  // A copy, so that child processes do not inherit the token.
  const env = { ...process.env };
  const { error } = readDotenv({ quiet: true, processEnv: env });
  if (error !== undefined && error.code !== 'ENOENT') {
    throw new ConfigError(
      `.env cannot be read (${error.code}); check that it is a file and its permissions.`,
    );
  }
  return env;
}
