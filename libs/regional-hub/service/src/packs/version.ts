import type { Refusal } from '@permanence/kernel/decider';
import type { TenantId } from '@permanence/kernel/values';
import { refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { type Reader, seesAsItIs } from '@permanence/regional-hub/domain';
import { readerOf } from '../figures/present.js';

export type Version = 'management' | 'public';

/** Regional-hub rule 15: who does not see an authority's numbers as they are is given its public version and no other. */
const SUPPRESSION_REQUIRED: Refusal = { code: 'SUPPRESSION_REQUIRED', sentence: 'For your role small numbers of this pack must be hidden. Open its public version.', rule: 'regional-hub.15' };

/** How a pack is read in a version: the widest that the person may see unless one is asked for. @throws HttpProblem 403 for what must be suppressed */
export const readerOfVersion = (who: Who, authority: TenantId, asked: Version | undefined): Readonly<{ version: Version; reader: Reader }> => {
  const reader = readerOf(who);
  const open = seesAsItIs(reader, authority);
  if (asked === 'public' || (asked === undefined && !open)) return { version: 'public', reader: { kind: 'public' } };
  if (!open) throw refused(SUPPRESSION_REQUIRED, 403);
  return { version: 'management', reader };
};
