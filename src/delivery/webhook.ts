import { createHmac } from 'node:crypto';
import { GrammyError, type Api } from 'grammy';
import type { Update } from 'grammy/types';

import { ConfigError, type WebhookConfig } from '../config.ts';
import { MOST_IN_HAND, type Receiver } from './receiver.ts';
import type { Webhook } from './server.ts';

/** How many updates Telegram may deliver at once; its own upper limit. */
const DELIVERIES_AT_ONCE = 100;

/**
 * What the server does with Telegram's deliveries.
 *
 * @param receiver undefined while the bot starts
 */
export function webhookOf(config: WebhookConfig, receiver: () => Receiver | undefined): Webhook {
  return {
    path: new URL(config.url).pathname,
    secret: secretOf(config),
    receive(update) {
      const open = receiver();
      if (open === undefined) return Promise.reject(new Error('the bot is still starting'));
      if (open.inHand >= MOST_IN_HAND) return Promise.reject(new Error('there are too many updates in hand'));
      return open.receive([update]);
    },
  };
}

/** Without WEBHOOK_SECRET, one that only who has the token knows, and that all instances share. */
function secretOf({ secret, token }: WebhookConfig): string {
  return secret ?? createHmac('sha256', token).update('the secret of the webhook').digest('hex');
}

/**
 * Tells Telegram where to deliver updates.
 *
 * @throws ConfigError when Telegram does not take the address
 */
export async function setWebhook(
  api: Api,
  config: WebhookConfig,
  allowedUpdates: readonly Exclude<keyof Update, 'update_id'>[],
): Promise<void> {
  try {
    await api.setWebhook(config.url, {
      secret_token: secretOf(config),
      allowed_updates: [...allowedUpdates],
      max_connections: DELIVERIES_AT_ONCE,
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    throw new ConfigError(
      `Telegram does not take WEBHOOK_URL (${error.description}). It has to be a public https address on port 443, ` +
        '80, 88 or 8443.',
    );
  }
}
