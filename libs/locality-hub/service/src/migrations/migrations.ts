import { accessLogTables } from '@permanence/platform/access-log';
import { idempotencyTable } from '@permanence/platform/http';
import { relayTables } from '@permanence/platform/messaging';
import { type Migration, eventLogTable } from '@permanence/platform/tenant-db';
import { importTables } from './import.tables.js';
import { recordTables } from './record.tables.js';

/** The schema of locality-hub, forward only. */
export const LOCALITY_HUB_SCHEMA = 'locality_hub';

export const localityHubMigrations: readonly Migration[] = [
  { name: '001-event-log', statements: eventLogTable },
  { name: '002-access-log', statements: accessLogTables },
  { name: '002-relay', statements: relayTables },
  idempotencyTable,
  { name: '003-record', statements: recordTables },
  { name: '004-import', statements: importTables },
];
