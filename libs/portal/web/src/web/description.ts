import type { ServiceDescription } from '@permanence/platform/host';
import { PORTAL_SCHEMA, portalMigrations } from '../migrations/session.tables.js';
import { assetsIn } from './assets.js';
import type { PortalOptions } from './options.js';
import { PortalModule } from './portal.module.js';
import { prepare } from './prepare.js';

/** The portal as `platform/host` starts it, in its own process or in the single one. @throws Error with a sentence when its style sheet was not built. */
export const portal = (options: PortalOptions): ServiceDescription => {
  const assets = assetsIn(options.assetsFolder);
  return { name: 'portal', schema: PORTAL_SCHEMA, migrations: portalMigrations, module: PortalModule.of(options, assets), messaging: {}, prepare: prepare(options, assets) };
};
