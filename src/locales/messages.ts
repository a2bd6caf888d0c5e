/**
 * Every message of the locale files, with the variables that it takes. A test holds the files to this list, and
 * the compiler everybody who says something.
 */
export const MESSAGES = {
  'understood-as': ['question'],
  asked: ['question'],
  paragraph: ['number'],
  quoted: ['words'],
  'list-separator': [],
  missing: ['missing'],
  'known-but-missing': ['known', 'missing'],
  'no-match': [],
  'known-but-no-match': ['known'],
  chat: [],
  empty: [],
  nearest: [],
  try: [],
  alternative: ['index', 'total'],
  'inline-hint': [],
  'no-more': [],
  'and-more': ['count'],
  'button-context': [],
  'button-sentence': [],
  'button-alternative': [],
  'button-previous': [],
  'button-next': [],

  'county-choose': [],
  'county-choose-group': [],
  'county-again': [],
  'county-ended': [],
  'county-unknown': ['name'],
  'county-none': [],
  'county-fact': ['label', 'value'],
  'county-fact-unlabelled': ['value'],
  'county-mentions': ['count'],
  'initiative-choose': [],
  'initiative-choose-group': [],
  'initiative-again': [],
  'initiative-ended': [],
  'initiative-unknown': ['name'],
  'initiative-none': [],
  'initiative-parts': ['label', 'count'],
  'initiative-parts-unlabelled': ['count'],
  cancelled: [],
  'nothing-to-cancel': [],

  sources: ['count'],
  'source-length': ['paragraphs', 'characters'],
  'source-undated': [],
  'sources-more': ['count'],
  'script-choose': ['choice'],
  'script-set': ['choice'],
  'script-traditional': [],
  'script-simplified': [],
  'script-as-published': [],
  'script-automatic': [],
  privacy: ['minutes', 'memory'],

  start: [],
  help: ['bot'],
  'ask-usage': ['example'],
  'ask-usage-plain': [],
  wordless: [],
  'unknown-command': [],
  'command-start': [],
  'command-ask': [],
  'command-county': [],
  'command-initiative': [],
  'command-source': [],
  'command-script': [],
  'command-privacy': [],
  'command-help': [],
  'command-cancel': [],

  greeting: ['bot'],
  'greeting-privacy': ['bot'],

  apology: ['id'],
  'too-fast': ['seconds'],
  'too-fast-group': ['seconds'],
  outdated: [],
  'not-yours': ['command'],

  'terminal-no-token': [],
  'terminal-help': [],
  'terminal-county-usage': [],
  'terminal-initiative-usage': [],
} as const satisfies Record<string, readonly string[]>;

export type MessageKey = keyof typeof MESSAGES;

/** What has to be given along with a message's key: its variables, or nothing where it takes none. */
export type MessageVariables<Key extends MessageKey> = (typeof MESSAGES)[Key] extends readonly []
  ? []
  : [variables: Readonly<Record<(typeof MESSAGES)[Key][number], string | number>>];
