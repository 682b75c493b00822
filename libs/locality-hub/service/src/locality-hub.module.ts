import { Module } from '@nestjs/common';
import { ChildrenController } from './children/children.controller.js';
import { RecordsReader } from './children/records.reader.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsReader } from './imports/imports.reader.js';
import { UploadReceiver } from './imports/upload.receiver.js';
import { Uploads } from './imports/uploads.service.js';
import { WithdrawalsController } from './imports/withdrawals.controller.js';
import { Withdrawals } from './imports/withdrawals.service.js';
import { PostcodeDirectory } from './postcodes/postcode-directory.js';
import { ReferenceController } from './reference/reference.controller.js';

@Module({
  controllers: [ChildrenController, ImportsController, WithdrawalsController, ReferenceController],
  providers: [{ provide: PostcodeDirectory, useFactory: () => new PostcodeDirectory() }, Uploads, UploadReceiver, ImportsReader, Withdrawals, RecordsReader],
})
export class LocalityHubModule {}
