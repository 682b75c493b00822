import { definitionOf } from '@permanence/regional-hub/domain';
import type { Indicator } from './indicator.js';
import { returnedHome } from './return-home.js';

export const rthReEntryWithin6Months: Indicator = { definition: definitionOf('rth-re-entry-within-6-months'), rows: returnedHome(6) };
