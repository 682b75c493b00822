export { type Issuer, type IssuerOptions, createIssuer } from './issuer.js';
export type { PeopleOfPlace, Person } from './people.js';
