import { defineConfig } from 'vitest/config';

/** Everything but the deployed system: unit, properties, adapters on an embedded DynamoDB, template, architecture. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/aws/**'],
    // Far above what any takes on a quiet machine: beside other work they have taken ten times as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
