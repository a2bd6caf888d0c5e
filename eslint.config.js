import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Folders in the order of the arrows: each may import from those before it, never from those after. */
const layers = [
  'text',
  'notice',
  'import',
  'lexicon',
  'answer',
  'collection',
  'train',
  'locales',
  'bot',
  'cli',
];

/** A folder's rule: no import from the folders that stand above it, nor of Telegram below the bot. */
function layer(name, forbidden, { telegram = false } = {}) {
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...forbidden.map((folder) => ({
              regex: `^(\\.\\./)+${folder}/`,
              message: `src/${name} stands below src/${folder} (docs/DESIGN.md, "The house").`,
            })),
            ...(telegram
              ? []
              : [{ regex: '^(grammy|@grammyjs/(?!i18n))', message: 'Only src/bot knows Telegram.' }]),
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['node_modules', 'bench/node_modules', 'coverage', 'var'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
    },
  },
  layer('text', layers.slice(1)),
  layer('notice', layers.slice(2)),
  layer('import', layers.slice(3)),
  layer('lexicon', ['import', ...layers.slice(4)]),
  layer('answer', ['import', ...layers.slice(5)]),
  layer('collection', ['import', ...layers.slice(6)]),
  layer('train', ['import', 'collection', ...layers.slice(7)]),
  layer('locales', ['import', 'collection', 'train', 'bot', 'cli']),
  layer('bot', ['import', 'collection', 'train', 'cli'], { telegram: true }),
  layer('cli', ['bot']),
  { files: ['scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  prettier,
);
