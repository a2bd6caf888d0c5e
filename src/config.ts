import * as v from 'valibot';

/** Exit code of a process whose configuration is wrong: EX_CONFIG of BSD's sysexits.h. */
export const EX_CONFIG = 78;

/** Where the webhook's server listens unless PORT says otherwise. */
const DEFAULT_PORT = 8080;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What every mode needs. */
export interface CommonConfig {
  /** The folder of the notices. */
  readonly dataDir: string;
  /** The folder that state is kept in. */
  readonly stateDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** What the bot needs, however its updates reach it. */
export interface TelegramConfig extends CommonConfig {
  readonly token: string;
  /** A self-hosted Bot API server, without a slash at its end; null for Telegram's own. */
  readonly apiRoot: string | null;
  /** A Redis server that keeps state for several instances; null for files in `stateDir`. */
  readonly redisUrl: string | null;
  /** The operators' user ids. */
  readonly adminIds: readonly number[];
  /** Whether the folder of the notices is read again when it changes. */
  readonly watchNotices: boolean;
  /** How many messages a second the bot may send to all chats together. */
  readonly messagesPerSecond: number;
  /** Whether a question in a group that the notices do not answer gets a reaction instead of a message. */
  readonly isQuietInGroups: boolean;
}

export interface TerminalConfig extends CommonConfig {
  readonly mode: 'terminal';
}

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface PollingConfig extends TelegramConfig {
  readonly mode: 'polling';
  /** Where probes and Prometheus are answered; null where PORT is not set, and they are not. */
  readonly listen: Address | null;
}

export interface WebhookConfig extends TelegramConfig {
  readonly mode: 'webhook';
  /** The address that Telegram delivers updates to. */
  readonly url: string;
  /** What Telegram sends along to prove that it is Telegram, or null for one that is made of the token. */
  readonly secret: string | null;
  readonly listen: Address;
}

/** How the program runs: without a token in the terminal, with one as a bot. */
export type Config = TerminalConfig | PollingConfig | WebhookConfig;

/** The configuration is wrong. The message names every variable at fault and never quotes a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables. An empty variable counts as one that is not set.
 *
 * @param env such as `process.env`
 * @throws ConfigError
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') variables[name] = value;
  }
  const result = v.safeParse(environment(variables), variables);
  if (!result.success) throw new ConfigError(describe(result.issues));

  const values = result.output;
  const common = { dataDir: values.DATA_DIR, stateDir: values.STATE_DIR, logLevel: values.LOG_LEVEL };
  if (values.BOT_TOKEN === undefined) return { mode: 'terminal', ...common };
  const telegram = {
    ...common,
    token: values.BOT_TOKEN,
    apiRoot: values.TELEGRAM_API_ROOT ?? null,
    redisUrl: values.REDIS_URL ?? null,
    adminIds: values.ADMIN_IDS,
    watchNotices: values.WATCH_NOTICES === 'yes',
    messagesPerSecond: values.MESSAGES_PER_SECOND,
    isQuietInGroups: values.QUIET_IN_GROUPS,
  };
  const { HOST: host, PORT: port } = values;
  if (values.WEBHOOK_URL === undefined) {
    return { mode: 'polling', ...telegram, listen: port === undefined ? null : { host, port } };
  }
  return {
    mode: 'webhook',
    ...telegram,
    url: values.WEBHOOK_URL,
    secret: values.WEBHOOK_SECRET ?? null,
    listen: { host, port: port ?? DEFAULT_PORT },
  };
}

const text = v.pipe(v.string(), v.trim());

/** An address with one of these protocols. */
function address(...protocols: readonly string[]) {
  return v.pipe(
    text,
    v.check(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    ),
  );
}

/** Exactly what @BotFather gives. */
const TELEGRAM_TOKEN = /^\d+:[\w-]{35}$/;
/** What a server for tests may give. */
const ANY_TOKEN = /^\d+:[\w-]+$/;

/** What the token must look like depends on whose server it is for, and whether there must be one on the mode. */
function environment({ TELEGRAM_API_ROOT: apiRoot, WEBHOOK_URL: webhook }: Record<string, string>) {
  const token = v.pipe(
    text,
    v.regex(
      apiRoot === undefined ? TELEGRAM_TOKEN : ANY_TOKEN,
      'the token as @BotFather gives it: digits, a colon and 35 letters, digits, _ or -' +
        (webhook === undefined ? '' : ' (WEBHOOK_URL is set, so there must be one)'),
    ),
  );
  return v.object({
    BOT_TOKEN: v.optional(token, webhook === undefined ? undefined : ''),
    TELEGRAM_API_ROOT: v.optional(
      v.pipe(
        address('https:', 'http:'),
        v.transform((value) => value.replace(/\/+$/, '')),
      ),
    ),
    WEBHOOK_URL: v.optional(address('https:', 'http:')),
    WEBHOOK_SECRET: v.optional(v.pipe(text, v.regex(/^[\w-]{1,256}$/, '1 to 256 letters, digits, _ or -'))),
    HOST: v.optional(text, '0.0.0.0'),
    PORT: v.optional(
      v.pipe(
        text,
        v.check((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'a number from 0 to 65535'),
        v.transform(Number),
      ),
    ),
    DATA_DIR: v.optional(text, 'data/notices'),
    STATE_DIR: v.optional(text, 'var'),
    REDIS_URL: v.optional(address('redis:', 'rediss:')),
    ADMIN_IDS: v.pipe(
      v.optional(text, ''),
      v.regex(/^(?:\d{1,15}(?:[\s,]+\d{1,15})*)?$/, 'user ids, which are numbers, with commas between them'),
      v.transform((value) => (value.match(/\d+/g) ?? []).map(Number)),
    ),
    WATCH_NOTICES: v.optional(v.pipe(text, v.picklist(['yes', 'no'], 'yes or no')), 'yes'),
    MESSAGES_PER_SECOND: v.optional(
      v.pipe(
        text,
        v.check((value) => /^[1-9]\d{0,3}$/.test(value), 'a number from 1 to 9999'),
        v.transform(Number),
      ),
      '30',
    ),
    QUIET_IN_GROUPS: v.optional(
      v.pipe(
        text,
        v.picklist(['yes', 'no'], 'yes or no'),
        v.transform((value) => value === 'yes'),
      ),
      'no',
    ),
    LOG_LEVEL: v.optional(v.pipe(text, v.picklist(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`)), 'info'),
  });
}

function describe(issues: readonly v.InferIssue<ReturnType<typeof environment>>[]): string {
  const lines = issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: expected ${issue.message}`);
  return ['The configuration is wrong; correct these variables in .env or the environment:', ...lines].join(
    '\n',
  );
}
