/** What is used of the peers, so that the code can be checked where they are not installed. */
declare module '@orama/orama' {
  interface Orama {
    readonly id: string;
  }
  export function create(options: object): Orama;
  export function insertMultiple(engine: Orama, documents: object[], batch: number): Promise<string[]>;
  export function search(
    engine: Orama,
    query: { term: string; limit: number },
  ): Promise<{ hits: { id: string; score: number }[] }>;
}

declare module 'better-sqlite3' {
  interface Statement {
    run(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
    pluck(): Statement;
  }
  export default class Database {
    constructor(file: string);
    exec(sql: string): void;
    prepare(sql: string): Statement;
    transaction(work: () => void): () => void;
    pragma(name: string, options: { simple: boolean }): unknown;
  }
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: { tokenize: string; encode: (text: string) => string[] });
    add(id: number, text: string): void;
    search(text: string, options: { limit: number; suggest: boolean }): (number | string)[];
  }
}

declare module 'lunr' {
  interface Index {
    query(build: (query: { term(tokens: string[], options: object): void }) => void): { ref: string }[];
  }
  const lunr: {
    Builder: new () => { field(name: string): void; add(document: object): void; build(): Index };
  };
  export default lunr;
}
