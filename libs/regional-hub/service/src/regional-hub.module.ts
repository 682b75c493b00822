import { Module } from '@nestjs/common';
import { CasesReader } from './cases/cases.reader.js';
import { FigureReader } from './figures/figure-reader.js';
import { FigureRefresher } from './figures/figure-refresher.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresService } from './figures/figures.service.js';
import { HorizonReader } from './figures/horizon.reader.js';
import { ReadModelHandler } from './projections/read-model.handler.js';
import { AgreementsController } from './sharing/agreements.controller.js';
import { Agreements } from './sharing/agreements.service.js';
import { GrantsController } from './sharing/grants.controller.js';
import { Grants } from './sharing/grants.service.js';
import { SharingKeeper } from './sharing/sharing-keeper.js';

/** Projection: nobody writes here, and all of it can be thrown away and built again from the log. */
@Module({
  controllers: [AgreementsController, GrantsController, FiguresController, ReadModelHandler],
  providers: [Agreements, Grants, SharingKeeper, FigureReader, HorizonReader, FiguresService, CasesReader, FigureRefresher],
})
export class RegionalHubModule {}
