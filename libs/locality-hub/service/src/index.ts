export { localityHub, localityHubWith } from './description.js';
export { CHRONOLOGY_EVENTS } from './children/chronology.js';
export { LOCALITY_HUB_SCHEMA, localityHubMigrations } from './migrations/migrations.js';
export type { HistoryProgress, HistorySetting, KnownChild, RecordedFact } from './history/recorded-fact.js';
export { writeHistory } from './history/write-history.js';
export { type RecordToWrite, type RecordsSetting, type RecordsWritten, type WrittenCollection, writeRecords } from './history/write-records.js';
