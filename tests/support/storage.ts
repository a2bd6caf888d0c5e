import type { OpenStorage } from '../../src/bot/index.ts';

/** Storages in memory through which everything goes as JSON, as it does through a file. */
export class JsonStorages {
  /** `name/key` to JSON. */
  readonly entries = new Map<string, string>();

  readonly open: OpenStorage = <T>(name: string) => ({
    read: (key: string) => {
      const json = this.entries.get(`${name}/${key}`);
      return json === undefined ? undefined : (JSON.parse(json) as T);
    },
    write: (key: string, value: T) => {
      this.entries.set(`${name}/${key}`, JSON.stringify(value));
    },
    delete: (key: string) => {
      this.entries.delete(`${name}/${key}`);
    },
  });

  keysOf(name: string): string[] {
    return [...this.entries.keys()].filter((key) => key.startsWith(`${name}/`));
  }
}
