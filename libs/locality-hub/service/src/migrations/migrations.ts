import { accessLogTables } from '@permanence/platform/access-log';
import { idempotencyTable } from '@permanence/platform/http';
import { relayTables } from '@permanence/platform/messaging';
import { readOnlyTable } from '@permanence/platform/read-only';
import { type Migration, eventLogTable } from '@permanence/platform/tenant-db';
import { historyTables } from './history.tables.js';
import { emergencyTables } from './emergency.tables.js';
import { calendarTables } from './calendar.tables.js';
import { importTables } from './import.tables.js';
import { planTables } from './plan.tables.js';
import { recordTables } from './record.tables.js';
import { stuckTables } from './stuck.tables.js';

/** The schema of locality-hub, forward only. */
export const LOCALITY_HUB_SCHEMA = 'locality_hub';

export const localityHubMigrations: readonly Migration[] = [
  { name: '001-event-log', statements: eventLogTable },
  { name: '002-access-log', statements: accessLogTables },
  { name: '002-relay', statements: relayTables },
  idempotencyTable,
  { name: '003-record', statements: recordTables },
  { name: '004-import', statements: importTables },
  { name: '006-calendar', statements: calendarTables },
  { name: '005-emergency', statements: emergencyTables },
  { name: '007-plan', statements: planTables },
  { name: '010-history', statements: historyTables },
  { name: '011-stuck', statements: stuckTables },
  readOnlyTable,
];
