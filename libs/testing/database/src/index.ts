export { type ServiceSchema, type TestDatabase, testDatabase } from './test-database.js';
