import type { StatedRow } from '../ssda903/modules.js';
import { episode, only, row } from './given-rows.fixture.js';

const HEAD = { RNE: 'P', LS: 'E1', PLACE_PROVIDER: 'PR1' };
const until = (DEC: string, REC = 'X1'): Record<string, string> => ({ DEC, REC });

/** The outside facts as [name, day]. */
const outside = (...rows: StatedRow[]): string[][] => only('outside-fact-recorded', ...rows).map(({ data }) => [data.fact, data.on]);
const decision = (cells: Record<string, string>): StatedRow => row('PlacedAdoption', 2021, { DOB: '', DATE_PLACED: '02/12/2019', DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: '', ...cells });

describe('adoption facts without an owner (rule 8)', () => {
  it('follow the child from the placement order through the placement to the order', () => {
    expect(outside(
      episode(2020, '01/10/2019', until('03/02/2020')),
      episode(2021, '03/02/2020', { RNE: 'L', LS: 'E1', ...until('20/06/2020') }),
      episode(2021, '20/06/2020', { ...HEAD, PLACE: 'A6', ...until('12/01/2021', 'E12') }),
      decision({}),
      row('AD1', 2021, { DOB: '', DATE_INT: '02/12/2019', DATE_MATCH: '14/05/2020', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }),
    )).toEqual([
      ['adoption.should-be-placed-decided', '2019-12-02'],
      ['adoption.court-authority-obtained', '2020-02-03'],
      ['adoption.match-decided', '2020-05-14'],
      ['adoption.child-placed', '2020-06-20'],
      ['adoption.court-authority-ended', '2021-01-12'],
      ['adoption.order-made', '2021-01-12'],
    ]);
  });

  it('give the reason for which the order ended the court’s authority, and its own code', () => {
    const facts = only('outside-fact-recorded', episode(2021, '20/06/2020', { ...HEAD, PLACE: 'A6', ...until('12/01/2021', 'E11') }));
    expect(facts.map(({ data }) => [data.fact, data.reason])).toEqual([
      ['adoption.child-placed', undefined], ['adoption.court-authority-obtained', undefined], ['adoption.court-authority-ended', 'order-made'], ['adoption.order-made', 'E11'],
    ]);
    expect(facts.every(({ data }) => data.source === 'ssda903')).toBe(true);
  });

  it('say that a placement ended where its run ends otherwise than by an order', () => {
    expect(outside(episode(2021, '20/06/2020', { ...HEAD, PLACE: 'A6', ...until('12/09/2020') }), episode(2021, '12/09/2020', HEAD))).toEqual([
      ['adoption.child-placed', '2020-06-20'], ['adoption.court-authority-obtained', '2020-06-20'], ['adoption.placement-ended', '2020-09-12'],
    ]);
  });

  it('take A5 to A6, and a stay in hospital, as one run', () => {
    expect(outside(
      episode(2021, '20/06/2020', { ...HEAD, PLACE: 'A5', ...until('12/09/2020') }),
      episode(2021, '12/09/2020', { ...HEAD, PLACE: 'T1', PL_POST: '', ...until('20/09/2020') }),
      episode(2021, '20/09/2020', { ...HEAD, PLACE: 'A6' }),
    ).map(([fact]) => fact)).toEqual(['adoption.child-placed', 'adoption.court-authority-obtained']);
  });

  it('begin another run of E1 after another status', () => {
    expect(outside(
      episode(2021, '01/04/2020', { LS: 'E1', ...until('01/05/2020') }),
      episode(2021, '01/05/2020', { RNE: 'L', LS: 'C2', ...until('01/06/2020') }),
      episode(2021, '01/06/2020', { RNE: 'L', LS: 'E1' }),
    )).toEqual([['adoption.court-authority-obtained', '2020-04-01'], ['adoption.court-authority-ended', '2020-05-01'], ['adoption.court-authority-obtained', '2020-06-01']]);
  });

  it('say that the plan changed away, with the reason, and keep the fact when its date is corrected', () => {
    const [, first] = only('outside-fact-recorded', decision({ DATE_PLACED_CEASED: '01/08/2020', REASON_PLACED_CEASED: 'RD3' }));
    const [, later] = only('outside-fact-recorded', decision({ DATE_PLACED_CEASED: '05/08/2020', REASON_PLACED_CEASED: 'RD3' }));
    expect(first?.data).toEqual({ fact: 'adoption.plan-changed-away', on: '2020-08-01', reason: 'RD3', source: 'ssda903' });
    expect(later?.key).toBe(first?.key);
  });

  it.each([['ST16 2LH', false, 'E10000028'], ['ST1 5AA', true, 'E06000021'], ['ZZ1 1ZZ', undefined, undefined]])('place the child at %s: outside the authority %s', (PL_POST, placedOutsideAuthority, adoptersHomeAuthority) => {
    const placed = only('outside-fact-recorded', episode(2021, '20/06/2020', { ...HEAD, PLACE: 'A6', PL_POST })).find(({ data }) => data.fact === 'adoption.child-placed');
    expect([placed?.data.placedOutsideAuthority, placed?.data.adoptersHomeAuthority]).toEqual([placedOutsideAuthority, adoptersHomeAuthority]);
  });

  it('count one adoption where rows of the order overlap', () => {
    const rows = [episode(2020, '20/06/2019', { ...HEAD, PLACE: 'A6', ...until('12/03/2020', 'E12') }), episode(2021, '25/06/2019', { ...HEAD, PLACE: 'A6', ...until('14/03/2020', 'E12') })];
    expect(outside(...rows).filter(([fact]) => fact === 'adoption.order-made')).toEqual([['adoption.order-made', '2020-03-14']]);
  });

  it('keep what AD1 says of the adopters on the record', () => {
    const adopters = row('AD1', 2021, { DOB: '', DATE_INT: '02/12/2019', DATE_MATCH: '', FOSTER_CARE: '1', NB_ADOPTR: '1', SEX_ADOPTR: 'F1', LS_ADOPTR: 'L0' });
    expect(only('adopters-recorded', adopters)[0]).toMatchObject({
      effectiveOn: '2019-12-02', data: { decidedOn: '2019-12-02', formerFosterCarer: true, numberOfAdopters: 1, sexOfAdopters: 'F1', legalStatusOfAdopters: 'L0' },
    });
  });
});
