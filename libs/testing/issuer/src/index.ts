export { Issuer, type Person } from './issuer.js';
