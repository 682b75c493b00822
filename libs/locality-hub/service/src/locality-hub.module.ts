import { Module } from '@nestjs/common';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsReader } from './imports/imports.reader.js';
import { UploadReceiver } from './imports/upload.receiver.js';
import { Uploads } from './imports/uploads.service.js';
import { PostcodeDirectory } from './postcodes/postcode-directory.js';
import { ReferenceController } from './reference/reference.controller.js';

@Module({
  controllers: [ImportsController, ReferenceController],
  providers: [{ provide: PostcodeDirectory, useFactory: () => new PostcodeDirectory() }, Uploads, UploadReceiver, ImportsReader],
})
export class LocalityHubModule {}
