export { localityHub } from './description.js';
export { LOCALITY_HUB_SCHEMA, localityHubMigrations } from './migrations/migrations.js';
