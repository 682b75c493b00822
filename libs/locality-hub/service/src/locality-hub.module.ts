import { Module } from '@nestjs/common';
import { AccessController } from './access/access.controller.js';
import { AccessReader } from './access/access.reader.js';
import { Housekeeping } from './access/housekeeping.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { Alerts } from './alerts/alerts.service.js';
import { Allocations } from './children/allocations.js';
import { ChildrenController } from './children/children.controller.js';
import { ChildCommandsController } from './children/commands.controller.js';
import { RecordsReader } from './children/records.reader.js';
import { Restrictions } from './children/restrictions.js';
import { EmergencyController } from './emergency/emergency.controller.js';
import { EmergencyReader } from './emergency/emergency.reader.js';
import { EmergencyAccesses } from './emergency/emergency.service.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsReader } from './imports/imports.reader.js';
import { UploadReceiver } from './imports/upload.receiver.js';
import { Uploads } from './imports/uploads.service.js';
import { WithdrawalsController } from './imports/withdrawals.controller.js';
import { Withdrawals } from './imports/withdrawals.service.js';
import { PlanController } from './permanence/plan.controller.js';
import { StepOwnersController } from './permanence/step-owners.controller.js';
import { PlanKeeper } from './permanence/plan-keeper.js';
import { PlanReader } from './permanence/plan.reader.js';
import { Plans } from './permanence/plans.js';
import { PostcodeDirectory } from './postcodes/postcode-directory.js';
import { ReferenceController } from './reference/reference.controller.js';
import { GrantClient } from './shared-profiles/grant.client.js';
import { REGIONAL_HUB_URL } from './shared-profiles/regional-hub.js';
import { SharedProfilesController } from './shared-profiles/shared-profiles.controller.js';
import { SharedProfiles } from './shared-profiles/shared-profiles.reader.js';
import { CalendarController } from './work/calendar.controller.js';
import { Calendars } from './work/calendar.js';
import { SavedFilters } from './tracker/saved-filters.js';
import { StuckHandler } from './tracker/stuck.handler.js';
import { TrackerController } from './tracker/tracker.controller.js';
import { TrackerReader } from './tracker/tracker.reader.js';
import { WorkController } from './work/work.controller.js';
import { ApprovalsReader } from './work/approvals.reader.js';
import { WorkReader } from './work/work.reader.js';
import { RelationsController } from './relations/relations.controller.js';
import { Relations } from './relations/relations.service.js';
import { WorkersController } from './workers/workers.controller.js';
import { Workers } from './workers/workers.service.js';

@Module({
  controllers: [PlanController, StepOwnersController, TrackerController, StuckHandler, AccessController, AlertsController, EmergencyController, RelationsController, ChildCommandsController, ChildrenController, ImportsController, CalendarController, WorkController, WorkersController, WithdrawalsController, ReferenceController, SharedProfilesController],
  providers: [{ provide: PostcodeDirectory, useFactory: () => new PostcodeDirectory() }, Uploads, UploadReceiver, ImportsReader, Withdrawals, RecordsReader, AccessReader, Alerts, EmergencyAccesses, EmergencyReader, Relations, Restrictions, Allocations, Workers, Calendars, WorkReader, ApprovalsReader, { provide: REGIONAL_HUB_URL, useValue: '' }, GrantClient, SharedProfiles, PlanReader, Plans, PlanKeeper, TrackerReader, SavedFilters, Housekeeping],
})
export class LocalityHubModule {}
