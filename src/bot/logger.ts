/** Where the bot logs to; pino is one. Fields hold ids, durations and error reports, never anybody's words. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
