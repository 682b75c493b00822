import 'reflect-metadata';
import { runService } from '@permanence/platform/host';
import { regionalHub } from '@permanence/regional-hub/service';

await runService(() => regionalHub);
