import 'reflect-metadata';
import { runService } from '@permanence/platform/host';
import { portal, portalConfiguration } from '@permanence/portal/web';

await runService((environment) => portal(portalConfiguration(environment)));
