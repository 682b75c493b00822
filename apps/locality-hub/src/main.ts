import 'reflect-metadata';
import { localityHubWith } from '@permanence/locality-hub/service';
import { runService } from '@permanence/platform/host';

await runService((environment) => localityHubWith({ regionalHubUrl: environment['REGIONAL_HUB_URL'] }));
