import { Module } from '@nestjs/common';
import { AccessController } from './access/access.controller.js';
import { AccessReader } from './access/access.reader.js';
import { Housekeeping } from './access/housekeeping.js';
import { Allocations } from './children/allocations.js';
import { ChildrenController } from './children/children.controller.js';
import { ChildCommandsController } from './children/commands.controller.js';
import { RecordsReader } from './children/records.reader.js';
import { Restrictions } from './children/restrictions.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsReader } from './imports/imports.reader.js';
import { UploadReceiver } from './imports/upload.receiver.js';
import { Uploads } from './imports/uploads.service.js';
import { WithdrawalsController } from './imports/withdrawals.controller.js';
import { Withdrawals } from './imports/withdrawals.service.js';
import { PostcodeDirectory } from './postcodes/postcode-directory.js';
import { ReferenceController } from './reference/reference.controller.js';
import { WorkController } from './work/work.controller.js';
import { WorkReader } from './work/work.reader.js';
import { WorkersController } from './workers/workers.controller.js';
import { Workers } from './workers/workers.service.js';

@Module({
  controllers: [AccessController, ChildCommandsController, ChildrenController, ImportsController, WorkController, WorkersController, WithdrawalsController, ReferenceController],
  providers: [{ provide: PostcodeDirectory, useFactory: () => new PostcodeDirectory() }, Uploads, UploadReceiver, ImportsReader, Withdrawals, RecordsReader, AccessReader, Restrictions, Allocations, Workers, WorkReader, Housekeeping],
})
export class LocalityHubModule {}
