import type { Migration } from '@permanence/platform/tenant-db';

/** When the earliest fact was recorded that months reported already have not been counted with; null when all have. */
export const lateFacts: Migration = { name: 'late-facts', statements: (schema) => [`ALTER TABLE ${schema}.figure_refresh ADD COLUMN heard_from timestamptz`] };
