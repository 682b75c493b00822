import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import type { Clock } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { ReadOnlyMode } from '@permanence/platform/read-only';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { TenantDb } from '@permanence/platform/tenant-db';
import { AccessLogController } from '../access-log/access-log.controller.js';
import { AlertsController } from '../alerts/alerts.controller.js';
import { AllocationController } from '../children/allocation.controller.js';
import { ChildrenController } from '../children/children.controller.js';
import { CouncilTrackerController } from '../children/tracker.controller.js';
import { PlanController } from '../children/plan.controller.js';
import { RestrictionController } from '../children/restriction.controller.js';
import { WithdrawalController } from '../children/withdrawal.controller.js';
import { EmergencyController } from '../emergency/emergency.controller.js';
import { FiguresController } from '../figures/figures.controller.js';
import { HelpController } from '../help/help.controller.js';
import { ImportsController } from '../imports/imports.controller.js';
import { Samples } from '../imports/samples.js';
import { UploadController } from '../imports/upload.controller.js';
import { CalendarController } from '../my-work/calendar.controller.js';
import { HomeController } from '../my-work/home.controller.js';
import { RelationsController } from '../relations/relations.controller.js';
import { FreezeController } from '../packs/freeze.controller.js';
import { PacksController } from '../packs/packs.controller.js';
import { SaidController } from '../packs/said.controller.js';
import { PopulationController } from '../population/population.controller.js';
import { TargetsController } from '../packs/targets.controller.js';
import { TrackerController } from '../tracker/tracker.controller.js';
import { IssuerClient } from '../session/issuer.client.js';
import { Seal } from '../session/sealed.js';
import { SessionController } from '../session/session.controller.js';
import { SessionStore } from '../session/session.store.js';
import { Sessions } from '../session/sessions.js';
import { SignInFlow } from '../session/sign-in.flow.js';
import { AgreementsController } from '../sharing/agreements.controller.js';
import { GrantsController } from '../sharing/grants.controller.js';
import type { Assets } from './assets.js';
import type { PortalOptions } from './options.js';
import { PageFilter } from './page.filter.js';
import { PageWriter } from './page.writer.js';
import { SignedInGuard } from './signed-in.guard.js';
import { Typed } from './typed.js';
import { Visits } from './visit.js';

/** Routes with fixed words stand before those with an id in their place. */
const CONTROLLERS = [HomeController, CalendarController, SessionController, AllocationController, CouncilTrackerController, PlanController, ChildrenController, RestrictionController, WithdrawalController, UploadController, ImportsController, FiguresController, TrackerController, GrantsController, AgreementsController, PacksController, FreezeController, SaidController, TargetsController, PopulationController, AccessLogController, EmergencyController, AlertsController, RelationsController, HelpController];

/** The web application for every role. */
@Module({})
export class PortalModule {
  static of(options: PortalOptions, assets: Assets): DynamicModule {
    const providers: Provider[] = [
      { provide: IssuerClient, useFactory: (clock: Clock) => new IssuerClient(options, clock), inject: [CLOCK] },
      { provide: SessionStore, useFactory: (db: TenantDb, clock: Clock) => new SessionStore(db, clock, new Seal(options.clientSecret)), inject: [TenantDb, CLOCK] },
      { provide: Sessions, useFactory: (store: SessionStore, issuer: IssuerClient, clock: Clock) => new Sessions(store, issuer, clock), inject: [SessionStore, IssuerClient, CLOCK] },
      { provide: Visits, useFactory: (sessions: Sessions) => new Visits(sessions, options), inject: [Sessions] },
      { provide: SignInFlow, useFactory: (issuer: IssuerClient, store: SessionStore) => new SignInFlow(issuer, store, options), inject: [IssuerClient, SessionStore] },
      { provide: PageWriter, useFactory: (clock: Clock, mode: ReadOnlyMode) => new PageWriter(options, assets, clock, mode), inject: [CLOCK, ReadOnlyMode] },
      { provide: Typed, useFactory: (clock: Clock) => new Typed(options.clientSecret, clock), inject: [CLOCK] },
      { provide: Samples, useFactory: () => new Samples() },
      { provide: APP_GUARD, useClass: SignedInGuard },
      { provide: APP_FILTER, useFactory: (pages: PageWriter, visits: Visits, store: SessionStore, logger: Logger) => new PageFilter(pages, visits, store, logger), inject: [PageWriter, Visits, SessionStore, LOGGER] },
    ];
    return { module: PortalModule, controllers: CONTROLLERS, providers };
  }
}
