export { type EmbeddedDatabase, SCHEMAS, loaderUrlIn, openDatabase, provisionedAt, startDatabase } from './database.js';
export type { RegionOptions } from './options.js';
export { askToRebuild } from './operator-door.js';
export { type RunningRegion, startRegion } from './start-region.js';
