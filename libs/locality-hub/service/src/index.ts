export { localityHub, localityHubWith } from './description.js';
export { LOCALITY_HUB_SCHEMA, localityHubMigrations } from './migrations/migrations.js';
export type { HistoryProgress, HistorySetting, KnownChild, RecordedFact } from './history/recorded-fact.js';
export { writeHistory } from './history/write-history.js';
