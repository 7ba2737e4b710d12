import type { CountingContext } from '../accounting/counting-context.ts';
import type { Directory } from '../receivers/directory.ts';
import type { Catalogue } from '../replies/catalogue.ts';
import type { Settings } from '../settings.ts';
import { directoryFor } from './own-isps.ts';
import { catalogueFor } from './own-rules.ts';

interface CountedBy extends CountingContext {
  directory: Directory;
  catalogue: Catalogue;
}

/** What every file of a deployment is counted by, wherever that is done: or its counts would differ. */
export function countingFor(settings: Settings): CountedBy {
  return {
    directory: directoryFor(settings),
    catalogue: catalogueFor(settings),
    byDomain: settings.privacy.byDomain,
  };
}
