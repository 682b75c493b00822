export type { FeedingModule, IndicatorDefinition } from './indicators/definition.js';
export { DEFINITIONS, IndicatorId, definitionOf } from './indicators/definitions.js';
export { type Counts, type Figure, type FigureStatus, NOT_HELD, SUPPRESSED, figureOf, shareOf, sumOf } from './figures/figure.js';
export { type Cell, isTooSmall, suppressedAmong } from './figures/suppression.js';
export { type HeldModule, type Holding, dayCounted, holdingOf, isHeldOn, monthsHeld } from './figures/held.js';
export { isProvisional, knownThenOn } from './figures/as-known.js';
export { type AuthorityCounts, type Reader, authorityFigure, regionFigure, seesAsItIs } from './figures/shown.js';
