import { create, insertMultiple, search } from '@orama/orama';
import Database from 'better-sqlite3';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';

/** A search engine filled with passages, each a list of tokens. */
export interface Engine {
  /** The places of the passages that match any of the tokens, the best first; a promise where the engine gives one. */
  search(tokens: readonly string[], limit: number): readonly number[] | Promise<readonly number[]>;
  /** Megabytes that are not on V8's heap. */
  readonly outside?: number;
}

const split = (text: string): string[] => text.split(' ');

/**
 * The peers, each set up to search for any of the tokens and to rank by its own formula. None may stem, fold or cut
 * a token, or take it for the beginning of another: all have the same length.
 */
export const PEERS: Readonly<Record<string, (passages: readonly (readonly string[])[]) => Promise<Engine>>> =
  {
    minisearch: (passages) => {
      const engine = new MiniSearch<{ id: number; text: string }>({
        fields: ['text'],
        tokenize: split,
        processTerm: (term) => term,
      });
      engine.addAll(passages.map((tokens, id) => ({ id, text: tokens.join(' ') })));
      return Promise.resolve({
        search: (tokens, limit) =>
          engine
            .search(tokens.join(' '))
            .slice(0, limit)
            .map(({ id }) => id as number),
      });
    },

    flexsearch: (passages) => {
      const engine = new Index({ tokenize: 'strict', encode: split });
      for (const [id, tokens] of passages.entries()) engine.add(id, tokens.join(' '));
      return Promise.resolve({
        // Without `suggest`, only passages with every token are found.
        search: (tokens, limit) => engine.search(tokens.join(' '), { limit, suggest: true }).map(Number),
      });
    },

    orama: async (passages) => {
      const engine = create({
        schema: { text: 'string' },
        components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: split } },
      });
      await insertMultiple(
        engine,
        passages.map((tokens, id) => ({ id: String(id), text: tokens.join(' ') })),
        1000,
      );
      return {
        search: async (tokens, limit) => {
          const { hits } = await search(engine, { term: tokens.join(' '), limit });
          return hits.map(({ id }) => Number(id));
        },
      };
    },

    'sqlite-fts5': (passages) => {
      const database = new Database(':memory:');
      database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, content='')");
      const insert = database.prepare('INSERT INTO passages (rowid, text) VALUES (?, ?)');
      database.transaction(() => {
        for (const [id, tokens] of passages.entries()) insert.run(id, tokens.join(' '));
      })();
      const find = database
        .prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?')
        .pluck();
      const [pages, size] = ['page_count', 'page_size'].map((name) =>
        Number(database.pragma(name, { simple: true })),
      );
      return Promise.resolve({
        search: (tokens, limit) => find.all(tokens.join(' OR '), limit).map(Number),
        outside: ((pages ?? 0) * (size ?? 0)) / 1e6,
      });
    },

    lunr: (passages) => {
      const builder = new lunr.Builder();
      builder.field('text');
      for (const [id, tokens] of passages.entries()) builder.add({ id, text: tokens.join(' ') });
      const engine = builder.build();
      return Promise.resolve({
        search: (tokens, limit) =>
          engine
            .query((query) => {
              query.term([...tokens], {});
            })
            .slice(0, limit)
            .map(({ ref }) => Number(ref)),
      });
    },
  };
