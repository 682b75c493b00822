import { idempotencyTable } from '@permanence/platform/http';
import { relayTables } from '@permanence/platform/messaging';
import { readOnlyTable } from '@permanence/platform/read-only';
import { type Migration, eventLogTable } from '@permanence/platform/tenant-db';
import { readModel } from './001-read-model.js';
import { lateFacts } from './late-facts.tables.js';
import { packTables } from './pack.tables.js';
import { recordFacts } from './record-facts.tables.js';
import { trackerCounts } from './tracker-count.tables.js';
import { trackerTables } from './tracker.tables.js';
import { sharing } from './sharing.tables.js';

/** The steps of the schema `regional_hub`, in order. */
export const MIGRATIONS: readonly Migration[] = [
  readModel,
  // What the region decides is recorded as a council's facts are (architecture, decision 3).
  { name: '002-event-log', statements: eventLogTable },
  idempotencyTable,
  recordFacts,
  sharing,
  packTables,
  trackerTables,
  // What the councils are told: a relay of its own reads the log.
  { name: '008-relay', statements: relayTables },
  readOnlyTable,
  lateFacts,
  trackerCounts,
];
