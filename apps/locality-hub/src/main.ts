import 'reflect-metadata';
import { localityHub } from '@permanence/locality-hub/service';
import { runService } from '@permanence/platform/host';

await runService(() => localityHub);
