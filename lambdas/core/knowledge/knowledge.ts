import type { CountingContext } from '../accounting/counting-context.ts';
import type { Directory } from '../receivers/directory.ts';
import { OTHER } from '../receivers/isp.ts';
import type { IspId } from '../receivers/isp.ts';
import type { Catalogue } from '../replies/catalogue.ts';
import type { Reply } from '../replies/rule.ts';
import { ispsOf } from '../replies/speaker.ts';
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
  const { directory, catalogue } = knowledgeFor(settings);
  return {
    directory,
    catalogue: {
      ...catalogue,
      classify: (isp, reply) => catalogue.classify(readers(isp, reply, directory), reply),
    },
    byDomain: settings.privacy.byDomain,
  };
}

/** Whose rules read a reply: of an unknown receiver those of the provider that the reply says it is from, as in `explain`. */
function readers(
  isp: IspId | readonly IspId[],
  reply: Reply,
  directory: Directory,
): IspId | readonly IspId[] {
  return isp === OTHER ? ispsOf('', reply, directory) : isp;
}
