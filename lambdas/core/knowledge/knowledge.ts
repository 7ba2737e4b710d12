import type { CountingContext } from '../accounting/counting-context.ts';
import type { Directory } from '../receivers/directory.ts';
import type { Catalogue } from '../replies/catalogue.ts';
import type { Settings } from '../settings.ts';
import { directoryFor } from './own-isps.ts';
import { catalogueFor } from './own-rules.ts';

/** Who answers, and what their replies mean; the operator's own ISPs and rules come before ours. */
export interface Knowledge {
  directory: Directory;
  catalogue: Catalogue;
}

export function knowledgeFor(settings: Settings): Knowledge {
  return { directory: directoryFor(settings), catalogue: catalogueFor(settings) };
}

/** What every file of a deployment is counted by, wherever that is done; otherwise counts would differ. */
export function countingContextFor(settings: Settings): CountingContext & Knowledge {
  return { ...knowledgeFor(settings), byDomain: settings.privacy.byDomain };
}
