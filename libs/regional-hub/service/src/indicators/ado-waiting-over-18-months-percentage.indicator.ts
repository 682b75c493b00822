import { definitionOf } from '@permanence/regional-hub/domain';
import type { Indicator } from './indicator.js';
import { ALL_WITH_ORDER } from './long-waits.js';

export const adoWaitingOver18MonthsPercentage: Indicator = { definition: definitionOf('ado-waiting-over-18-months-percentage'), rows: ALL_WITH_ORDER };
