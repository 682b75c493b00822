export { type ServiceSchema, type TestDatabase, olderTransactionsEnded, testDatabase } from './test-database.js';
