import { LocalDate } from '@permanence/kernel/values';
import type { ChildPlan, PlanAllowed, PlanCommand, PlanLimb } from '../../api/plan.js';
import { uuid } from '../../frame/page.fixture.js';
import { kaydensHeader } from '../children.fixture.js';

const limb = (name: string, more: Partial<PlanLimb> = {}): PlanLimb => ({ limb: name, status: 'not-started', target: null, evidence: null, ...more });

export const can = (...commands: readonly PlanCommand[]): readonly PlanAllowed[] => commands.map((command) => ({ command, refusal: null }));
export const cannot = (command: PlanCommand, code: string, sentence: string): PlanAllowed => ({ command, refusal: { code, sentence, rule: 'locality-hub.plan.1' } });

/** No plan yet: the four months end on 4 December 2026. */
export const noPlan: ChildPlan = {
  child: kaydensHeader, version: 0, status: 'none', options: [], milestones: [], limbs: ['emotional', 'physical', 'legal'].map((name) => limb(name)), identifiedOn: null, proposed: null, countersigned: null, agreed: null, achievedOn: null,
  clock: { clock: 'C18', dueOn: LocalDate('2026-12-04'), startKnown: true, metOn: null, late: false, missing: null }, proceedingsOpen: false, reviews: [],
  allowedCommands: [...can('identifyOptions'), cannot('proposePlan', 'PLAN_NOT_TO_PROPOSE', 'A plan can be proposed once, after the options are named.')],
};

export const named: ChildPlan = {
  ...noPlan, version: 1, status: 'options-identified', identifiedOn: LocalDate('2026-11-02'), proceedingsOpen: true, allowedCommands: can('placeOption', 'proposePlan', 'setMilestone', 'recordLimb'),
  options: [
    { route: 'adoption', position: 'ruled-out', reason: 'He wants to see his mother.' }, { route: 'return-home', position: 'ruled-out', reason: 'Not safe in June.' }, { route: 'connected-sgo', position: 'parallel', reason: null },
    { route: 'long-term-foster-in-house', position: 'primary', reason: null },
  ],
};

/** Nadia proposed it, Owen countersigned it; one step is late, one the record knows to be done. */
export const proposed: ChildPlan = {
  ...named, version: 3, status: 'proposed', proposed: { id: uuid(21), name: 'Nadia Ferris', on: LocalDate('2026-11-09') }, countersigned: { id: uuid(22), name: 'Owen Brackley', on: LocalDate('2026-11-10') },
  milestones: [
    { code: 'family-meeting-offered', dueOn: LocalDate('2026-10-01'), doneOn: LocalDate('2026-09-28'), late: false, owner: null, blocker: null, route: null, fromRecord: true },
    { code: 'viability-done', dueOn: LocalDate('2026-11-20'), doneOn: null, late: true, owner: { id: uuid(23), name: 'Callum Thorley' }, blocker: 'Report not sent', route: 'connected-sgo', fromRecord: false },
  ],
  limbs: [limb('emotional', { status: 'in-progress', target: 'Sees his grandmother each week.' }), limb('physical'), limb('legal')],
  reviews: [{ reviewId: uuid(31), heldOn: LocalDate('2026-11-23'), sequence: 2 }], allowedCommands: can('agreeAtReview'),
};

export const agreed: ChildPlan = {
  ...proposed, version: 4, status: 'agreed', agreed: { on: LocalDate('2026-11-23'), reviewId: uuid(31), manager: { id: uuid(22), name: 'Owen Brackley' } }, clock: { clock: 'C18', dueOn: LocalDate('2026-12-04'), startKnown: true, metOn: LocalDate('2026-11-23'), late: false, missing: null },
  allowedCommands: can('changePlan', 'setMilestone', 'recordLimb', 'breakDown'),
};
