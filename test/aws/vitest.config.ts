import { defineConfig } from 'vitest/config';

/** The deployed system; `npm run test:aws` deploys it and calls this. One file after another: they share it. */
export default defineConfig({
  test: {
    include: ['test/aws/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
