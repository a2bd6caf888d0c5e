import { GrammyError } from 'grammy';

import { reportError } from './bot/index.ts';
import { ConfigError } from './config.ts';

/**
 * What a process ends with: an error that says what the operator can do where that is known, and one without the
 * token in its message and its stack in any case.
 */
export function explainError(error: unknown, token: string): Error {
  return explained(error) ?? withoutToken(reportError(error, token));
}

/** What an operator can do about an error, or undefined for any that is not explained. */
function explained(error: unknown): ConfigError | undefined {
  if (error instanceof ConfigError) return error;
  if (!(error instanceof GrammyError)) return undefined;
  const answer = `${error.error_code} ${error.description}`;
  switch (error.error_code) {
    case 401:
    case 404:
      return new ConfigError(
        `Telegram does not accept BOT_TOKEN (${answer}). Copy it again from @BotFather (/token), and see that ` +
          'TELEGRAM_API_ROOT is empty unless you run a Bot API server of your own.',
      );
    case 409:
      return new ConfigError(
        `Another process fetches the updates of this bot (${answer}). Stop it, or give this one a BOT_TOKEN of ` +
          'its own.',
      );
    default:
      return undefined;
  }
}

function withoutToken({ reason, stack }: ReturnType<typeof reportError>): Error {
  const error = new Error(reason);
  error.stack = stack ?? reason;
  return error;
}
