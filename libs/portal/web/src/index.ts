export { portal } from './web/description.js';
export { PORTAL_SCHEMA, portalMigrations } from './migrations/session.tables.js';
export { type PortalOptions, portalConfiguration } from './web/options.js';
export { hasOwnWords } from './children/chronology/entry-words.js';
export type { LoadProgress } from './frame/view.js';
