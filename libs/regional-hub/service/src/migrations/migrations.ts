import { idempotencyTable } from '@permanence/platform/http';
import { type Migration, eventLogTable } from '@permanence/platform/tenant-db';
import { readModel } from './001-read-model.js';

/** The steps of the schema `regional_hub`, in order. */
export const MIGRATIONS: readonly Migration[] = [
  readModel,
  // What the region decides is recorded as a council's facts are (architecture, decision 3).
  { name: '002-event-log', statements: eventLogTable },
  idempotencyTable,
];
