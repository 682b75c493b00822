export { ACCESS_REASONS, type Access, type AccessReason, accessLogTables, recordAccess } from './access-log.js';
export { type Verdict, sealAccessLog, verifyAccessLog } from './seal.js';
