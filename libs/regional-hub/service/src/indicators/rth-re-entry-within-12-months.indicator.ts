import { definitionOf } from '@permanence/regional-hub/domain';
import type { Indicator } from './indicator.js';
import { returnedHome } from './return-home.js';

export const rthReEntryWithin12Months: Indicator = { definition: definitionOf('rth-re-entry-within-12-months'), rows: returnedHome(12) };
