import { childRecords } from './child-records.js';
import { factFindings } from './fact-findings.js';
import { episode, only } from './given-rows.fixture.js';

const until = (DEC: string, REASON_PLACE_CHANGE = ''): Record<string, string> => ({ DEC, REC: 'X1', REASON_PLACE_CHANGE });
const MOVED = { PL_POST: 'ST5 1AA', URN: 'SC000002' };

/** The stays as [start, type, start of the stay that it carries on]. */
const stays = (...rows: Parameters<typeof only>[1][]): (string | undefined)[][] => {
  const facts = only('placement-started', ...rows);
  return facts.map(({ effectiveOn, data }) => [effectiveOn, data.placementType, facts.find((other) => other.data.stayId === data.continuesStayId)?.effectiveOn]);
};
const findings = (...rows: Parameters<typeof only>[1][]): string[][] => factFindings(childRecords(rows)).map(({ code, written }) => [code, written]);

describe('a placement that changes (rule 3)', () => {
  const first = episode(2021, '01/04/2020', until('01/07/2020'));

  it.each(['P', 'B'])('with RNE %s starts a stay', (RNE) => {
    const rows = [first, episode(2021, '01/07/2020', { RNE, LS: RNE === 'B' ? 'C2' : 'V2', ...MOVED })];
    expect(stays(...rows)).toEqual([['2020-04-01', 'U6', undefined], ['2020-07-01', 'U6', undefined]]);
    expect(findings(...rows)).toEqual([]);
  });

  it.each(['T', 'U'])('with RNE %s starts a stay that continues the last', (RNE) => {
    const rows = [first, episode(2021, '01/07/2020', { RNE, LS: RNE === 'U' ? 'C2' : 'V2', PLACE: 'U4' })];
    expect(stays(...rows)).toEqual([['2020-04-01', 'U6', undefined], ['2020-07-01', 'U4', '2020-04-01']]);
    expect(only('placement-started', ...rows)[1]?.data.sameCarer).toBe(true);
  });

  it('with RNE L is none', () => {
    const rows = [first, episode(2021, '01/07/2020', { RNE: 'L', LS: 'C2' })];
    expect(stays(...rows)).toEqual([['2020-04-01', 'U6', undefined]]);
    expect(findings(...rows)).toEqual([]);
  });

  it('is a move where RNE says L but the cells differ, with a finding', () => {
    const rows = [first, episode(2021, '01/07/2020', { RNE: 'L', ...MOVED })];
    expect(stays(...rows)).toEqual([['2020-04-01', 'U6', undefined], ['2020-07-01', 'U6', undefined]]);
    expect(findings(...rows)).toEqual([['RNE_INCONSISTENT', 'L']]);
  });

  it.each(['P', 'B', 'T', 'U', 'S'])('is no move where RNE says %s but the cells are as before, with a finding', (RNE) => {
    const rows = [first, episode(2021, '01/07/2020', { RNE })];
    expect(stays(...rows)).toEqual([['2020-04-01', 'U6', undefined]]);
    expect(findings(...rows)).toEqual([['RNE_INCONSISTENT', RNE]]);
  });

  it('at the same address keeps the carer where RNE does not say otherwise', () => {
    expect(stays(first, episode(2021, '01/07/2020', { RNE: '', PLACE: 'U4' }))[1]).toEqual(['2020-07-01', 'U4', '2020-04-01']);
  });

  it('is recoded, not moved, where a newer year states K3 for H5 or Z11 for Z1 on the same DECOM (rule 7)', () => {
    expect(stays(episode(2024, '01/04/2023', { PLACE: 'H5' }), episode(2025, '01/04/2023', { PLACE: 'K3' }))).toEqual([['2023-04-01', 'K3', undefined]]);
    expect(stays(episode(2025, '01/04/2023', { PLACE: 'Z1' }), episode(2026, '01/04/2023', { PLACE: 'Z12' }))).toEqual([['2023-04-01', 'Z12', undefined]]);
  });
});

describe('a temporary absence (T0 to T4)', () => {
  const home = episode(2021, '01/04/2020', until('01/07/2020'));
  const hospital = episode(2021, '01/07/2020', { RNE: 'P', PLACE: 'T1', PLACE_PROVIDER: '', PL_POST: '', URN: '', ...until('10/07/2020') });

  it('names the stay to which the child is to return, and the return carries that stay on', () => {
    const rows = [home, hospital, episode(2021, '10/07/2020', { RNE: 'P' })];
    expect(stays(...rows)).toEqual([['2020-04-01', 'U6', undefined], ['2020-07-01', 'T1', undefined], ['2020-07-10', 'U6', '2020-04-01']]);
    const facts = only('placement-started', ...rows);
    expect(facts.map(({ data }) => data.returnsToStayId)).toEqual([undefined, facts[0]?.data.stayId, undefined]);
  });

  it('followed by another ends in the same main placement', () => {
    const rows = [home, hospital, episode(2021, '10/07/2020', { RNE: 'P', PLACE: 'T3', PLACE_PROVIDER: '', PL_POST: '', URN: '', ...until('20/07/2020') }), episode(2021, '20/07/2020', { RNE: 'P' })];
    expect(stays(...rows).at(-1)).toEqual(['2020-07-20', 'U6', '2020-04-01']);
  });

  it('after which the child goes elsewhere is a move', () => {
    expect(stays(home, hospital, episode(2021, '10/07/2020', { RNE: 'P', ...MOVED })).at(-1)).toEqual(['2020-07-10', 'U6', undefined]);
  });

  it('with which a period begins has nowhere to return to', () => {
    expect(stays(episode(2021, '01/07/2020', { PLACE: 'T1', ...until('10/07/2020') }), episode(2021, '10/07/2020', { RNE: 'P' }))).toEqual([['2020-07-01', 'T1', undefined], ['2020-07-10', 'U6', undefined]]);
  });
});

describe('how a stay ended', () => {
  it.each([['CREQB', 'unplanned-by-carer'], ['CREQO', 'unplanned-by-carer'], ['CARPL', undefined], ['', undefined]])('by %s is %s', (reason, endKind) => {
    const [fact] = only('placement-ended', episode(2021, '01/04/2020', until('01/07/2020', reason)), episode(2021, '01/07/2020', { RNE: 'P', ...MOVED }));
    expect(fact).toMatchObject({ effectiveOn: '2020-07-01' });
    expect(fact?.data.endKind).toBe(endKind);
  });

  it('is told by its last row, over a change of legal status', () => {
    const rows = [episode(2021, '01/04/2020', until('01/05/2020')), episode(2021, '01/05/2020', { RNE: 'L', LS: 'C2', ...until('01/07/2020', 'CREQO') }), episode(2021, '01/07/2020', { RNE: 'P', LS: 'C2', ...MOVED })];
    expect(only('placement-ended', ...rows).map(({ effectiveOn, data }) => [effectiveOn, data.endKind])).toEqual([['2020-07-01', 'unplanned-by-carer']]);
  });

  it('is told once where another collection’s row interrupts it', () => {
    const rows = [episode(2020, '01/04/2019', until('01/09/2019', 'CREQB')), episode(2021, '01/05/2019', { RNE: 'P', ...MOVED, ...until('01/06/2019') })];
    expect(only('placement-ended', ...rows).map(({ effectiveOn, data }) => [effectiveOn, data.reasonPlacementChange])).toEqual([['2019-05-01', undefined], ['2019-06-01', undefined], ['2019-09-01', 'CREQB']]);
  });
});

describe('where a placement lies', () => {
  it('is told by its postcode, with the miles from home', () => {
    expect(only('placement-started', episode(2021, '01/04/2020', { PL_POST: 'ST1 5AA' }))[0]?.data).toMatchObject({ localAuthorityCode: 'E06000021', outOfArea: true, distanceMiles: 15.3 });
    expect(only('placement-started', episode(2021, '01/04/2020'))[0]?.data).toMatchObject({ localAuthorityCode: 'E10000028', outOfArea: false, distanceMiles: 1.4 });
  });

  it('is not recorded where the postcode is not found', () => {
    const [fact] = only('placement-started', episode(2021, '01/04/2020', { PL_POST: 'ZZ1 1ZZ' }));
    expect([fact?.data.localAuthorityCode, fact?.data.outOfArea, fact?.data.distanceMiles]).toEqual([undefined, undefined, undefined]);
  });
});
