export { portal } from './web/description.js';
export { type PortalOptions, portalConfiguration } from './web/options.js';
export type { LoadProgress } from './frame/view.js';
