export { COUNCIL_ROLES, type CouncilRole, REGIONAL_ROLES, ROLES, type RegionalRole, type Role, isRegionalRole, isRole } from './roles.js';
export { CAPABILITIES, CAPABILITIES_OF_ROLE, type Capability, type Scope, capabilitiesOf, refusalWithout } from './capabilities.js';
export { HttpRefusal, accountNotSetUp, notSignedIn, standingUnknown } from './http-refusal.js';
export { type IdentifiedRequest, Who } from './who.js';
export { Public, Requires } from './route.decorators.js';
