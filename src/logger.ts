import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

import type { CommonConfig } from './config.ts';

export type { Logger } from 'pino';

/**
 * A logger of JSON lines in which the token never appears, wherever in a message or an error it stood: HTTP
 * clients put it into their errors as a part of the address.
 *
 * @param destination standard output where it is left out
 */
export function createLogger(
  { logLevel, token }: Pick<CommonConfig, 'logLevel'> & { readonly token: string },
  destination?: DestinationStream,
): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => line.replaceAll(token, '<BOT_TOKEN>') },
    },
    ...(destination === undefined ? [] : [destination]),
  );
}
