import { Module } from '@nestjs/common';
import { CasesReader } from './cases/cases.reader.js';
import { CommentaryController } from './commentary/commentary.controller.js';
import { CommentaryService } from './commentary/commentary.service.js';
import { FigureReader } from './figures/figure-reader.js';
import { FigureRefresher } from './figures/figure-refresher.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresService } from './figures/figures.service.js';
import { HorizonReader } from './figures/horizon.reader.js';
import { CatalogueController } from './indicators/catalogue.controller.js';
import { BesideReader } from './packs/beside.reader.js';
import { CountedReader } from './packs/counted.reader.js';
import { FreezeService } from './packs/freeze.service.js';
import { KnownThenReader } from './packs/known-then.reader.js';
import { PacksController } from './packs/packs.controller.js';
import { PacksService } from './packs/packs.service.js';
import { RestatementsService } from './packs/restatements.service.js';
import { PopulationController } from './population/population.controller.js';
import { Populations } from './population/population.service.js';
import { ReadModelHandler } from './projections/read-model.handler.js';
import { AgreementsController } from './sharing/agreements.controller.js';
import { Agreements } from './sharing/agreements.service.js';
import { GrantsController } from './sharing/grants.controller.js';
import { Grants } from './sharing/grants.service.js';
import { SharingKeeper } from './sharing/sharing-keeper.js';
import { StuckKeeper } from './tracker/stuck-keeper.js';
import { TrackerController } from './tracker/tracker.controller.js';
import { TrackerReader } from './tracker/tracker.reader.js';
import { TargetsController } from './targets/targets.controller.js';
import { Targets } from './targets/targets.service.js';

/** What councils record is a projection here and can be thrown away and built again from their logs; what the region decides stands in a log of its own. */
@Module({
  controllers: [AgreementsController, GrantsController, FiguresController, CatalogueController, PopulationController, CommentaryController, PacksController, TargetsController, TrackerController, ReadModelHandler],
  providers: [Agreements, Grants, SharingKeeper, FigureReader, HorizonReader, FiguresService, CasesReader, FigureRefresher, Populations, KnownThenReader, BesideReader, CountedReader, FreezeService, PacksService, RestatementsService, CommentaryService, Targets, TrackerReader, StuckKeeper],
})
export class RegionalHubModule {}
