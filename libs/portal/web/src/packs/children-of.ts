import type { Uuid } from '@permanence/kernel/values';
import type { ChildRow } from '../api/locality-hub.js';
import type { Restatement } from '../api/packs.js';
import type { Visit } from '../web/visit.js';

const AT_ONCE = 500;

/** The children behind changed cases, as far as this person may see them: their own council's hub says which. */
export const childrenOf = async ({ locality }: Visit, items: readonly Restatement[]): Promise<readonly ChildRow[]> => {
  const ids = [...new Set(items.flatMap(({ addedCases, removedCases }) => [...(addedCases ?? []), ...(removedCases ?? [])]).map(({ childId }) => childId))].slice(0, AT_ONCE) as readonly Uuid[];
  return ids.length === 0 ? [] : (await locality.children({ ids, limit: ids.length, lookedAfter: 'all' })).items;
};
