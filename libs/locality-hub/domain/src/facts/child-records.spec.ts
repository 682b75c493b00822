import { childRecords } from './child-records.js';
import { factFindings } from './fact-findings.js';
import { factsOfType } from './fact.js';
import { factsOf } from './facts-of.js';
import { CHILD_ID, CONTEXT, day, episode, factsFrom, only, row } from './given-rows.fixture.js';

const header = (year: number, cells: Record<string, string>): ReturnType<typeof row> => row('Header', year, { SEX: '', DOB: '', ETHNIC: '', UPN: '', MOTHER: '', MC_DOB: '', ...cells });

describe('a child without a header (rule 1)', () => {
  it('exists by the code alone, with nothing recorded of who it is', () => {
    expect(only('child-updated', episode(2021, '05/05/2020'))[0]).toEqual({
      key: 'child', type: 'child-updated', effectiveOn: '2020-05-05', data: { uasc: false, siblingGroupIds: [] },
    });
  });

  it('is known by a header of any year that comes later', () => {
    const [fact] = only('child-updated', episode(2021, '05/05/2020'), header(2019, { DOB: '14/02/2014', SEX: 'M', ETHNIC: 'WBRI' }));
    expect(fact?.data).toMatchObject({ birthDate: '2014-02-14', sex: 'M', ethnicityCode: 'WBRI' });
  });

  it('has a name only where the council gave one, and shares its sibling group with brothers and sisters', () => {
    const rows = [episode(2021, '05/05/2020'), row('Names', 2021, { FORENAME: 'Ada', SURNAME: 'Marsh', SIBLING_GROUP: 'G7' })];
    const brother = factsOf(childRecords(rows)[0] as never, '22222222-2222-4333-8444-555555555555' as never, CONTEXT);
    expect(only('child-named', ...rows)[0]?.data).toEqual({ forename: 'Ada', surname: 'Marsh' });
    expect(only('child-updated', ...rows)[0]?.data.siblingGroupIds).toEqual(factsOfType(brother, 'child-updated')[0]?.data.siblingGroupIds);
    expect(only('child-named', episode(2021, '05/05/2020'))).toEqual([]);
  });

  it('has the workers that SWEpisodes allocate, by their registration', () => {
    const rows = [episode(2021, '05/05/2020'), row('SWEpisodes', 2021, { SW_ID: 'SW123', SW_DECOM: '05/05/2020', SW_DEC: '01/09/2020', SW_REASON: 'FCONTA' })];
    expect(only('social-worker-allocated', ...rows)[0]).toMatchObject({ effectiveOn: '2020-05-05', data: { swRegistration: 'SW123', role: 'social-worker', changeReason: 'FCONTA' } });
    expect(only('social-worker-allocation-ended', ...rows)[0]).toMatchObject({ effectiveOn: '2020-09-01', data: { to: '2020-09-01' } });
  });
});

describe('birth date, sex and ethnic group (rule 7)', () => {
  it('hold cell by cell from the newest header in which they are filled', () => {
    const [fact] = only('child-updated', header(2020, { DOB: '14/02/2014', SEX: '1', ETHNIC: 'NOBT' }), header(2021, { DOB: '', SEX: 'M', ETHNIC: 'WBRI' }));
    expect(fact?.data).toMatchObject({ birthDate: '2014-02-14', sex: 'M', ethnicityCode: 'WBRI' });
  });

  it('give the age on entering care', () => {
    expect(only('care-period-started', header(2021, { DOB: '06/05/2013' }), episode(2021, '05/05/2020'))[0]?.data.ageYears).toBe(6);
    expect(only('care-period-started', header(2021, { DOB: '05/05/2013' }), episode(2021, '05/05/2020'))[0]?.data.ageYears).toBe(7);
  });

  it('say unaccompanied from the UASC file, until the status ceased', () => {
    const uasc = row('UASC', 2021, { SEX: 'M', DOB: '', DUC: '01/05/2020' });
    expect(only('child-updated', episode(2021, '05/05/2020'), uasc)[0]?.data).toMatchObject({ uasc: true, uascCeasedOn: '2020-05-01' });
    expect(only('care-period-started', episode(2021, '05/05/2020'), uasc)[0]?.data.uasc).toBe(false);
    expect(only('care-period-started', episode(2021, '05/04/2020'), uasc)[0]?.data.uasc).toBe(true);
  });
});

describe('a code that goes on after an adoption (rule 6)', () => {
  const adopted = episode(2019, '01/06/2018', { DEC: '10/01/2019', REC: 'E12', LS: 'E1', PLACE: 'A6' });
  const again = episode(2021, '03/07/2020');

  it('is a new record without a link, and a finding', () => {
    const records = childRecords([again, adopted]);
    expect(records.map(({ recordNo, begunOn, adoptedOn }) => ({ recordNo, begunOn, adoptedOn }))).toEqual([
      { recordNo: 0, begunOn: '2018-06-01', adoptedOn: '2019-01-10' }, { recordNo: 1, begunOn: '2020-07-03', adoptedOn: undefined },
    ]);
    const [first] = factsOfType(factsOf(records[1] as never, CHILD_ID, CONTEXT), 'care-period-started');
    expect(first?.data.reEntryOf).toBeUndefined();
    expect(factFindings(records).map(({ code, recordNo, decom }) => ({ code, recordNo, decom }))).toEqual([{ code: 'RECORD_AFTER_ADOPTION', recordNo: 1, decom: '2020-07-03' }]);
  });

  it('begins the new record on the day of the order already', () => {
    expect(childRecords([adopted, episode(2019, '10/01/2019')]).map(({ begunOn }) => begunOn)).toEqual(['2018-06-01', '2019-01-10']);
  });

  it('leaves rows of other modules with the record in whose care they are dated', () => {
    const early = row('Reviews', 2021, { DOB: '', REVIEW: '01/08/2018', REVIEW_CODE: 'PN1' });
    const between = row('Missing', 2021, { DOB: '', MISSING: 'M', MIS_START: '01/02/2020', MIS_END: '' });
    const late = row('Reviews', 2021, { DOB: '', REVIEW: '01/08/2020', REVIEW_CODE: 'PN1' });
    const [first, second] = childRecords([adopted, again, early, between, late]);
    expect(first?.rows).toEqual([adopted, early, between]);
    expect(second?.rows).toEqual([again, late]);
  });

  it('gives undated rows to the newest record that had begun by the end of their collection year', () => {
    const before = header(2020, { ETHNIC: 'WBRI' });
    const after = header(2021, { ETHNIC: 'BAFR' });
    const [first, second] = childRecords([adopted, again, before, after]);
    expect([first?.rows.includes(before), second?.rows.includes(after)]).toEqual([true, true]);
  });

  it('leaves the adopters with the child whom they adopted', () => {
    const adopters = row('AD1', 2021, { DOB: '', DATE_INT: '', DATE_MATCH: '01/05/2018', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' });
    expect(childRecords([adopted, again, adopters])[0]?.rows).toContain(adopters);
  });

  it('stays one record where REC stands beside an empty DEC', () => {
    expect(childRecords([episode(2019, '01/06/2018', { REC: 'E11' }), again])).toHaveLength(1);
  });

  it('keeps the number of a record that is known when the adoption before it is loaded later', () => {
    const known = [{ recordNo: 0, facts: factsFrom(again) }];
    expect(childRecords([adopted, again], known).map(({ recordNo, begunOn }) => [recordNo, begunOn])).toEqual([[1, '2018-06-01'], [0, '2020-07-03']]);
  });

  it('leaves a record without rows, and so without facts, when the adoption is taken back', () => {
    const [first, second] = childRecords([adopted, again]);
    const known = [first, second].map((record) => ({ recordNo: record?.recordNo ?? 0, facts: factsOf(record as never, CHILD_ID, CONTEXT) }));
    const records = childRecords([{ ...adopted, cells: { ...adopted.cells, REC: 'E4A' } }, again], known);
    expect(records.map(({ recordNo, rows }) => [recordNo, rows.length])).toEqual([[0, 2], [1, 0]]);
    expect(factsOf(records[1] as never, CHILD_ID, CONTEXT)).toEqual([]);
  });

  it('gives the first episode to the record that had none', () => {
    const known = [{ recordNo: 0, facts: factsFrom(header(2020, { DOB: day('01/01/2010') })) }];
    expect(childRecords([again], known).map(({ recordNo }) => recordNo)).toEqual([0]);
  });
});
