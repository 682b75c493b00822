import { readFileSync } from 'node:fs';
import { EVENTS, isEventName } from '@permanence/contracts/events';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Fact, type StatedRow, childRecords, factsOf, keyOf, type ModuleName } from '@permanence/locality-hub/domain';
import type { LoggedEvent } from '@permanence/platform/tenant-db';
import { factToPublished } from './fact.published.js';

const CHILD = Uuid('11111111-2222-4333-8444-555555555555');
const TENANT = TenantId('E10000028');

const logged = ({ type, effectiveOn, data }: Pick<Fact, 'type' | 'effectiveOn'> & { data: object }): LoggedEvent => ({
  eventId: Uuid('a0000000-0000-4000-8000-000000000001'), tenantId: TENANT, streamId: CHILD, type, effectiveOn, data: data as LoggedEvent['data'],
  actor: 'import', correlationId: 'b0000000-0000-4000-8000-000000000001', recordedAt: Instant('2026-04-20T09:41:00Z'), position: 1, schemaVersion: 1,
});

const stated = (module: ModuleName, cells: Record<string, string>): StatedRow => {
  const whole = { CHILD: '1234', ...cells };
  const keyed = keyOf(module, whole, 2026);
  if (!('key' in keyed)) throw new TypeError('a row without a key');
  return { module, year: 2026, key: keyed.key, cells: whole };
};

/** One child with every kind of fact, and marks that must not get out. */
const ROWS: StatedRow[] = [
  stated('Header', { SEX: 'F', DOB: '14/02/2013', ETHNIC: 'WBRI', UPN: 'A860123456789', MOTHER: '', MC_DOB: '' }),
  stated('Names', { FORENAME: 'Markername', SURNAME: 'Markersurname', SIBLING_GROUP: 'G1' }),
  stated('Episodes', { DECOM: '01/04/2025', RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '01/07/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CREQB', HOME_POST: 'ST16 2LH', PL_POST: 'ST17 4JX', URN: 'SC000001' }),
  stated('Episodes', { DECOM: '01/07/2025', RNE: 'B', LS: 'E1', CIN: 'N1', PLACE: 'A6', PLACE_PROVIDER: 'PR1', DEC: '12/01/2026', REC: 'E12', REASON_PLACE_CHANGE: '', HOME_POST: 'ST16 2LH', PL_POST: 'ST18 0AB', URN: 'SC000002' }),
  stated('Episodes', { DECOM: '01/01/2025', RNE: 'S', LS: 'V4', CIN: 'N2', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '03/01/2025', REC: 'E8', REASON_PLACE_CHANGE: '', HOME_POST: '', PL_POST: '', URN: '' }),
  stated('Reviews', { REVIEW: '20/04/2025', REVIEW_CODE: 'PN1' }),
  stated('OC2', { SDQ_SCORE: '12', TEETH_CHECK: '1' }),
  stated('OC3', { IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' }),
  stated('AD1', { DATE_MATCH: '14/05/2025', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }),
  stated('Missing', { MISSING: 'M', MIS_START: '20/05/2025', MIS_END: '21/05/2025' }),
  stated('SWEpisodes', { SW_ID: 'SW123', SW_DECOM: '01/04/2025', SW_DEC: '12/01/2026', SW_REASON: 'FCONTA' }),
  stated('DoLo', { DOLO_START: '20/05/2025', DOLO_END: '21/05/2025' }),
];
const [record] = childRecords(ROWS);
const facts = record === undefined ? [] : factsOf(record, CHILD, { tenant: TENANT, postcodes: new Map([['ST174JX', { localAuthorityCode: 'E06000021' }]]), siblingGroupOwner: CHILD });
const published = facts.map((fact) => [fact.type, factToPublished(logged(fact))] as const);

/** Kinds of facts that a council records here. */
const RECORDED_HERE = [
  'placement-move-recorded', 'statutory-visit-recorded', 'health-assessment-completed', 'dental-check-completed', 'sdq-scored', 'pep-reviewed', 'education-status-changed',
  'permanence-plan-set', 'permanence-plan-changed', 'permanence-milestone-moved', 'permanence-achieved', 'permanence-broken-down', 'leaving-care-status-changed', 'pathway-plan-reviewed',
] as const;

describe('what others may know of a child’s facts', () => {
  it('leaves out names, short breaks, OC2, deprivation of liberty and the adopters', () => {
    const kept = new Set(published.filter(([, event]) => event === null).map(([type]) => type));
    expect([...kept].sort()).toEqual(['adopters-recorded', 'child-named', 'deprivation-of-liberty-ended', 'deprivation-of-liberty-started', 'health-year-recorded', 'short-break-ended', 'short-break-started']);
  });

  it('has in each event the fields of its contract: each that is always there, none that is not listed', () => {
    for (const [, event] of published) {
      if (event === null) continue;
      if (!isEventName(event.type)) throw new TypeError(event.type);
      const fields: Readonly<Record<string, string>> = EVENTS[event.type];
      const held = Object.keys(event.data);
      expect(held.filter((field) => !(field in fields))).toEqual([]);
      expect(Object.keys(fields).filter((field) => fields[field] === 'always' && !held.includes(field))).toEqual([]);
    }
  });

  it('publishes every kind of event about a child that a file can hold; the others are what a council records here, and what is about no child', () => {
    const names = new Set(published.flatMap(([, event]) => event?.type ?? []));
    expect(Object.keys(EVENTS).filter((name) => name.startsWith('locality-hub.') && !names.has(name)).sort()).toEqual([...RECORDED_HERE.map((type) => `locality-hub.${type}`), 'locality-hub.collection-loaded', 'locality-hub.record-kept', 'locality-hub.record-restriction-changed', 'locality-hub.worker-listed'].sort());
  });

  it.each(RECORDED_HERE)('publishes %s as its golden file has it, and not a word more', (type) => {
    const golden = JSON.parse(readFileSync(new URL(`../../../../contracts/events/src/golden/locality-hub.${type}.v1.json`, import.meta.url), 'utf8')) as { effectiveOn: LocalDate; data: object };
    expect(factToPublished(logged({ type, effectiveOn: golden.effectiveOn, data: { ...golden.data, note: 'Markername' } }))?.data).toEqual(golden.data);
  });

  it('tells what the record knows of a child as the files\u2019 is told, and what it does not know not at all', () => {
    expect(factToPublished(logged({ type: 'characteristics-recorded', effectiveOn: LocalDate('2026-02-03'), data: { disabilityCodes: ['MOB'] } }))).toEqual({ type: 'locality-hub.child-updated', data: { childId: CHILD, disabilityCodes: ['MOB'] }, schemaVersion: 1 });
  });

  it('says whose fact it is by the stream', () => {
    expect(published.every(([, event]) => event === null || (event.data as { childId?: string }).childId === CHILD)).toBe(true);
  });

  it.each(['Marker', 'ST17', 'ST18', 'ST16', 'A860123456789', '1234'])('never says %s', (mark) => {
    expect(JSON.stringify(published.map(([, event]) => event?.data))).not.toContain(mark === '1234' ? '"1234"' : mark);
  });

  it('is nothing of an event that is no fact of a child', () => {
    expect(factToPublished(logged({ type: 'access-restricted' as Fact['type'], effectiveOn: LocalDate('2026-04-20'), data: {} }))).toBeNull();
  });
});
