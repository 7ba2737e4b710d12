import { expect, test } from 'vitest';
import { withStores } from '../../../../bin/commands/operations/stores.ts';
import { StoreError } from '../../../../lambdas/core/store-error.ts';

test.each([
  ['Error: Region is missing', /Region is missing \(set AWS_REGION, /],
  ['CredentialsProviderError: Could not load credentials', /credentials \(set AWS_PROFILE, /],
  ['ResourceNotFoundException: Requested resource not found', /resource not found$/],
])('where AWS cannot be found the error says what to set: %s', async (reason, message) => {
  const failing = withStores(() => Promise.reject(new StoreError(`could not read table x: ${reason}`)));
  await expect(failing).rejects.toThrow(message);
});
