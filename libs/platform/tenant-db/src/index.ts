export { type Actor, TenantDb, type TenantTx, alongside, prepared } from './tenant-db.js';
export { type ConnectOptions, connect } from './connect.js';
export { APPEND_ONLY, CHANGEABLE, type Grants, TENANT_POLICY, tenantOwned } from './row-level-security.js';
export { LOGGED_EVENT_COLUMNS, type LoggedEvent, type NewEvent, type Recording, appendEvents, eventLogTable } from './event-log.js';
export { type Migration, migrate } from './migrate.js';
export { type RolePasswords, provision, provisioning } from './provision.js';
