import type { Migration } from '@permanence/platform/tenant-db';
import { readModel } from './001-read-model.js';

/** The steps of the schema `regional_hub`, in order. */
export const MIGRATIONS: readonly Migration[] = [readModel];
