import { defineConfig } from 'vitest/config';

/** Everything but the deployed system: unit, properties, adapters on an embedded DynamoDB, template, architecture. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/aws/**'],
    testTimeout: 30_000,
    pool: 'forks',
  },
});
