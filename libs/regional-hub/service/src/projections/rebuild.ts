import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { RunningMessaging } from '@permanence/platform/messaging';
import { dropFigures } from '../figures/counts.store.js';
import type { FigureRefresher } from '../figures/figure-refresher.js';
import { clearFacts } from './facts.store.js';

/** Throws the read model away and builds it again from the first event on, to the same figures. Resolves when they are counted. */
export const rebuildProjections = async (messaging: RunningMessaging, refresher: FigureRefresher): Promise<void> => {
  await messaging.rebuild({
    tenants: AUTHORITIES.map(({ code }) => code),
    clear: async (tx, tenant) => {
      await clearFacts(tx, tenant);
      await dropFigures(tx, tenant);
    },
  });
  await messaging.caughtUp();
  await refresher.catchUp();
};
