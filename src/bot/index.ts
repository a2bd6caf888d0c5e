/**
 * The door to this folder. To start the bot: `createBot`, `await installCommands(bot.api)`, then
 * `bot.start({ allowed_updates: ALLOWED_UPDATES })` or a webhook with the same updates. What is logged about the
 * Bot API elsewhere goes through `redact` or `reportError` first: its errors can hold the token.
 */
export { ALLOWED_UPDATES, createBot, type BotDependencies, type OpenStorage, type StateName } from './bot.ts';
export { installCommands } from './commands.ts';
export type { BotContext } from './context.ts';
export { createCounters, type Counters, type Tally } from './counters.ts';
export { redact, reportError, type ErrorReport } from './errors.ts';
export type { Pace } from './middleware/pacing.ts';
export type { Logger } from './logger.ts';
