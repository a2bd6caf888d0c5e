import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Jieba's dictionary takes two seconds to load, in every file that answers questions.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
