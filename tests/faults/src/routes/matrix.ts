import type { Capability, Role } from '@permanence/platform/identity';

/** What an id in an address names. */
export type Subject = 'child' | 'import' | 'indicator' | 'emergency' | 'alert' | 'relation' | 'filter' | 'grant' | 'target' | 'tracker';

/** What a call needs of a council: ids of things that are its own, or another's, or nobody's. */
export type Names = Readonly<{ authority: string; child: string; import: string; worker: string; indicator: string; reference: string; emergency: string; alert: string; relation: string; filter: string; grant: string; target: string; tracker: string }>;

/** References that nobody has. */
export const NO_REFERENCE = 'CH-2222-2222';
export const NO_TRACKER = 'TRK-2222-22';
/** The month of which figures and packs are asked. */
export const MONTH = '2025-12';

export type Call = Readonly<{ query?: Readonly<Record<string, string>>; body?: unknown; form?: Readonly<Record<string, string>>; headers?: Readonly<Record<string, string>> }>;

/** What a route promises to whom. `names` makes the query and the body from what they name. */
export type Route = Readonly<{
  /** `public`: it asks for no token, and everything that is asked of it here is not there. */
  requires: Capability | 'public';
  /** What the `{id}` of its address names, where it has one. */
  subject?: Subject;
  /** Roles that hold the capability, but not as far as this route asks. */
  refusedTo?: readonly Role[];
  names?: (names: Names) => Call;
  /** Whether the query or the body names somebody else's things where `names` was given theirs: then it is 404 too. */
  namesOthers?: true;
}>;

const REASON = 'A reason of at least twenty characters.';

const PLAN = '/api/locality-hub/v1/children/{id}/plan';

/** Every route of every service, by method and address. A route that is not here fails the test. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/locality-hub/v1/children': { requires: 'child:list', names: ({ child }) => ({ query: { ids: child, limit: '500' } }) },
  'GET /api/locality-hub/v1/children/{id}': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/chronology': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/reviews': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/placements': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/missing': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/findings': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/workers': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/siblings': { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/children/{id}/access': { requires: 'access-log:read', subject: 'child' },
  'PUT /api/locality-hub/v1/children/{id}/restriction': { requires: 'child:restrict', subject: 'child', names: ({ worker }) => ({ body: { restricted: true, named: [worker], reason: REASON } }) },
  'POST /api/locality-hub/v1/children/{id}/withdrawals': { requires: 'import:manage', subject: 'child', names: () => ({ body: { module: 'Episodes', year: '2026', key: 'none', reason: REASON } }) },
  'POST /api/locality-hub/v1/allocations': { requires: 'child:allocate-worker', namesOthers: true, names: ({ child, worker }) => ({ body: { childIds: [child], workerId: worker, from: '2026-09-30', check: true } }) },
  'GET /api/locality-hub/v1/access-log': { requires: 'access-log:read', refusedTo: ['locality-social-worker'], names: () => ({ query: { limit: '500' } }) },
  'GET /api/locality-hub/v1/children/{id}/emergency-access': { requires: 'break-glass:use', subject: 'child' },
  'POST /api/locality-hub/v1/children/{id}/emergency-access': { requires: 'break-glass:use', subject: 'child', names: () => ({ body: { reason: REASON } }) },
  'GET /api/locality-hub/v1/emergency-access': { requires: 'break-glass:use' },
  'POST /api/locality-hub/v1/emergency-access': { requires: 'break-glass:use', namesOthers: true, names: ({ reference }) => ({ body: { reference, reason: REASON } }) },
  'GET /api/locality-hub/v1/emergency-access/to-review': { requires: 'break-glass:review' },
  'GET /api/locality-hub/v1/emergency-access/{id}': { requires: 'break-glass:review', subject: 'emergency' },
  'POST /api/locality-hub/v1/emergency-access/{id}/end': { requires: 'break-glass:use', subject: 'emergency' },
  'POST /api/locality-hub/v1/emergency-access/{id}/review': { requires: 'break-glass:review', subject: 'emergency', names: () => ({ body: { finding: 'justified', note: '' } }) },
  'GET /api/locality-hub/v1/alerts': { requires: 'alert:read' },
  'GET /api/locality-hub/v1/alerts/mine': { requires: 'child:read-record' },
  'GET /api/locality-hub/v1/alerts/{id}': { requires: 'alert:read', subject: 'alert' },
  'POST /api/locality-hub/v1/alerts/{id}/read': { requires: 'alert:read', subject: 'alert', names: () => ({ body: { note: '' } }) },
  'GET /api/locality-hub/v1/relations': { requires: 'relation:declare' },
  'POST /api/locality-hub/v1/relations': { requires: 'relation:declare', names: () => ({ body: { reference: NO_REFERENCE, kind: 'own-family' } }) },
  'GET /api/locality-hub/v1/relations/to-confirm': { requires: 'relation:confirm' },
  'POST /api/locality-hub/v1/relations/{id}/confirm': { requires: 'relation:confirm', subject: 'relation' },
  'POST /api/locality-hub/v1/relations/{id}/withdraw': { requires: 'relation:declare', subject: 'relation' },
  [`GET ${PLAN}`]: { requires: 'child:read-record', subject: 'child' },
  [`GET ${PLAN}/versions`]: { requires: 'child:read-record', subject: 'child' },
  'GET /api/locality-hub/v1/plan-step-owners': { requires: 'plan:propose' },
  [`POST ${PLAN}/options`]: { requires: 'plan:propose', subject: 'child', names: () => ({ body: { options: [], check: true } }) },
  [`POST ${PLAN}/option`]: { requires: 'plan:propose', subject: 'child', names: () => ({ body: { route: 'adoption', position: 'primary', check: true } }) },
  [`POST ${PLAN}/proposal`]: { requires: 'plan:propose', subject: 'child', names: ({ worker }) => ({ body: { milestones: [{ code: 'match', dueOn: '2026-12-01', ownerId: worker }], check: true } }) },
  [`POST ${PLAN}/countersignature`]: { requires: 'plan:agree', subject: 'child', refusedTo: ['reviewing-officer'], names: () => ({ body: { check: true } }) },
  [`POST ${PLAN}/agreement`]: { requires: 'plan:agree', subject: 'child', refusedTo: ['team-manager'], names: ({ child }) => ({ body: { reviewId: child, check: true } }) },
  [`POST ${PLAN}/change`]: { requires: 'plan:propose', subject: 'child', names: () => ({ body: { options: [], milestones: [], reasonCode: 'other', reason: REASON, check: true } }) },
  [`POST ${PLAN}/milestone`]: { requires: 'plan:propose', subject: 'child', names: ({ worker }) => ({ body: { code: 'match', dueOn: '2026-12-01', ownerId: worker, check: true } }) },
  [`POST ${PLAN}/revision`]: { requires: 'plan:propose', subject: 'child', names: ({ worker }) => ({ body: { options: [], milestones: [{ code: 'match', dueOn: '2026-12-01', ownerId: worker }], check: true } }) },
  [`POST ${PLAN}/limb`]: { requires: 'plan:propose', subject: 'child', names: () => ({ body: { limb: 'legal', target: '', evidence: '', status: 'not-started', check: true } }) },
  [`POST ${PLAN}/breakdown`]: { requires: 'plan:propose', subject: 'child', names: () => ({ body: { cause: 'order-ended', on: '2026-09-30', check: true } }) },
  'GET /api/locality-hub/v1/tracker': { requires: 'tracker:read', names: ({ worker }) => ({ query: { worker, limit: '500' } }) },
  'GET /api/locality-hub/v1/tracker.csv': { requires: 'tracker:read', names: ({ worker }) => ({ query: { worker, purpose: 'inspection' } }) },
  'GET /api/locality-hub/v1/tracker/filters': { requires: 'tracker:read' },
  'POST /api/locality-hub/v1/tracker/filters': { requires: 'tracker:read', names: ({ worker }) => ({ body: { name: 'A filter', state: { worker }, shared: false } }) },
  'DELETE /api/locality-hub/v1/tracker/filters/{id}': { requires: 'tracker:read', subject: 'filter' },
  'GET /api/locality-hub/v1/imports': { requires: 'import:manage' },
  'POST /api/locality-hub/v1/imports': { requires: 'import:manage', namesOthers: true, names: ({ authority }) => ({ form: { authority, year: '2026', asAt: '2026-03-31', check: 'true' } }) },
  'GET /api/locality-hub/v1/imports/{id}': { requires: 'import:manage', subject: 'import' },
  'POST /api/locality-hub/v1/imports/{id}/apply': { requires: 'import:manage', subject: 'import' },
  'GET /api/locality-hub/v1/imports/{id}/set-aside': { requires: 'import:manage', subject: 'import' },
  'GET /api/locality-hub/v1/imports/{id}/set-aside/reasons': { requires: 'import:manage', subject: 'import' },
  'GET /api/locality-hub/v1/imports/{id}/findings': { requires: 'import:manage', subject: 'import' },
  'GET /api/locality-hub/v1/imports/{id}/findings/rules': { requires: 'import:manage', subject: 'import' },
  'GET /api/locality-hub/v1/imports/{id}/corrections': { requires: 'import:manage', subject: 'import' },
  'GET /api/locality-hub/v1/me': { requires: 'kpi:read' },
  'GET /api/locality-hub/v1/workers': { requires: 'child:allocate-worker' },
  'PUT /api/locality-hub/v1/workers': { requires: 'import:manage', names: () => ({ body: { items: [] } }) },
  'GET /api/locality-hub/v1/rules': { requires: 'kpi:read' },
  'GET /api/locality-hub/v1/clocks': { requires: 'kpi:read' },
  'GET /api/regional-hub/v1/indicators': { requires: 'kpi:read', names: ({ authority }) => ({ query: { authority, month: '2025-12' } }) },
  'GET /api/regional-hub/v1/indicators/{id}': { requires: 'kpi:read', subject: 'indicator', names: ({ authority }) => ({ query: { authority, month: '2025-12' } }) },
  'GET /api/regional-hub/v1/indicators/{id}/series': { requires: 'kpi:read', subject: 'indicator', names: ({ authority }) => ({ query: { authority } }) },
  'GET /api/regional-hub/v1/indicators/{id}/cases': { requires: 'kpi:drill-to-case', subject: 'indicator', namesOthers: true, names: ({ authority }) => ({ query: { authority, month: '2025-12', limit: '500' } }) },
  'GET /api/regional-hub/v1/indicators/{id}/definition': { requires: 'kpi:read', subject: 'indicator' },
  'GET /api/regional-hub/v1/horizons': { requires: 'kpi:read' },
  'GET /api/locality-hub/v1/work': { requires: 'work:read' },
  'GET /api/locality-hub/v1/work/approvals': { requires: 'plan:agree' },
  'GET /api/locality-hub/v1/calendar': { requires: 'work:read' },
  'POST /api/locality-hub/v1/calendar': { requires: 'work:read' },
  'DELETE /api/locality-hub/v1/calendar': { requires: 'work:read' },
  'GET /api/locality-hub/v1/calendar/{authority}/{file}': { requires: 'public' },
  'GET /api/locality-hub/v1/shared-children/{trackerReference}': { requires: 'profile:request', names: () => ({ query: { purpose: 'family-finding' } }) },
  'GET /api/regional-hub/v1/tracker': { requires: 'tracker:read-region', names: ({ authority }) => ({ query: { authority, limit: '500' } }) },
  'GET /api/regional-hub/v1/tracker/board': { requires: 'tracker:read-region', names: ({ authority }) => ({ query: { authority } }) },
  'GET /api/regional-hub/v1/tracker/{reference}': { requires: 'tracker:read-region' },
  'GET /api/regional-hub/v1/tracker/{reference}/child': { requires: 'tracker:read-region' },
  'GET /api/regional-hub/v1/sharing-agreements': { requires: 'sharing-agreement:read' },
  'GET /api/regional-hub/v1/sharing-agreements/{version}': { requires: 'sharing-agreement:read' },
  'POST /api/regional-hub/v1/sharing-agreements': { requires: 'sharing-agreement:draft', names: () => ({ body: { startsOn: '2026-12-01', reviewOn: '2027-11-30', remove: [], add: [{ name: 'locality-hub.child.upn', level: 'L1', transform: 'as-is', justification: REASON }] } }) },
  'POST /api/regional-hub/v1/sharing-agreements/{version}/signatures': { requires: 'sharing-agreement:sign' },
  'POST /api/regional-hub/v1/sharing-agreements/{version}/reviews': { requires: 'sharing-agreement:sign', names: () => ({ body: { reviewOn: '2026-01-01' } }) },
  'POST /api/regional-hub/v1/sharing-agreements/{version}/end': { requires: 'sharing-agreement:sign' },
  'POST /api/regional-hub/v1/sharing-agreements/{version}/discard': { requires: 'sharing-agreement:draft' },
  'GET /api/regional-hub/v1/grants': { requires: 'access-log:read' },
  'GET /api/regional-hub/v1/grants/check': { requires: 'profile:request', namesOthers: true, names: ({ tracker }) => ({ query: { reference: tracker, purpose: 'family-finding' } }) },
  'GET /api/regional-hub/v1/grants/fields': { requires: 'profile:disclose' },
  'GET /api/regional-hub/v1/grants/{id}': { requires: 'access-log:read', subject: 'grant' },
  'POST /api/regional-hub/v1/grants': { requires: 'profile:request', names: ({ tracker }) => ({ body: { reference: tracker, purpose: 'family-finding' } }) },
  'POST /api/regional-hub/v1/grants/{id}/grant': { requires: 'profile:disclose', subject: 'grant', names: () => ({ body: { fields: [], days: '7' } }) },
  'POST /api/regional-hub/v1/grants/{id}/refuse': { requires: 'profile:disclose', subject: 'grant', names: () => ({ body: { reason: 'not-needed' } }) },
  'POST /api/regional-hub/v1/grants/{id}/revoke': { requires: 'profile:disclose', subject: 'grant' },
  'GET /api/regional-hub/v1/indicators/catalogue': { requires: 'kpi:read' },
  'GET /api/regional-hub/v1/indicators/{id}/commentary': { requires: 'kpi:read', subject: 'indicator', names: ({ authority }) => ({ query: { authority, month: MONTH } }) },
  'POST /api/regional-hub/v1/indicators/{id}/commentary': { requires: 'commentary:write', subject: 'indicator', namesOthers: true, names: ({ authority }) => ({ body: { authority, month: MONTH, trend: 'Up', reason: 'More came', action: 'None' } }) },
  'GET /api/regional-hub/v1/packs': { requires: 'kpi:read', names: ({ authority }) => ({ query: { authority } }) },
  'GET /api/regional-hub/v1/packs/{authority}/{month}': { requires: 'kpi:read' },
  'GET /api/regional-hub/v1/packs/{authority}/{month}/figures.csv': { requires: 'kpi:read' },
  'GET /api/regional-hub/v1/packs/{authority}/{month}/pack.pdf': { requires: 'kpi:read' },
  'GET /api/regional-hub/v1/packs/{authority}/{month}/restatements': { requires: 'kpi:read' },
  'POST /api/regional-hub/v1/packs/{authority}/{month}/freeze': { requires: 'pack:freeze' },
  'POST /api/regional-hub/v1/packs/{authority}/{month}/restatements': { requires: 'commentary:write', names: () => ({ body: { indicator: 'cla-number-looked-after', reason: REASON } }) },
  'GET /api/regional-hub/v1/targets': { requires: 'kpi:read' },
  'POST /api/regional-hub/v1/targets': { requires: 'target:set', names: ({ authority }) => ({ body: { indicator: 'cla-number-looked-after', authorities: [authority], value: '0', from: '2026-04-01', reference: 'A board' } }) },
  'POST /api/regional-hub/v1/targets/{id}/end': { requires: 'target:set', subject: 'target', names: () => ({ body: { to: '2026-09-30' } }) },
  'GET /api/regional-hub/v1/population': { requires: 'population:set' },
  'PUT /api/regional-hub/v1/population': { requires: 'population:set', names: () => ({ body: { year: '2025', children: '1000', source: 'A test' } }) },
};
