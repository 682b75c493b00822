export type { RegionOptions } from './options.js';
export { type RunningRegion, startRegion } from './start-region.js';
