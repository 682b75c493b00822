import { definitionOf } from '@permanence/regional-hub/domain';
import type { Indicator } from './indicator.js';
import { LONG_WAITS } from './long-waits.js';

export const adoWaitingOver18MonthsCount: Indicator = { definition: definitionOf('ado-waiting-over-18-months-count'), rows: LONG_WAITS };
