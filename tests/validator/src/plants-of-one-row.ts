import { broken, type Plant, planter, type PlantedRow } from './planting.js';

const FIRST_YEAR_OF_LETTERS = 2025;
const FIRST_YEAR_OF_SPLIT_Z1 = 2026;

type Planter = ReturnType<typeof planter>;

/** Children of one episode, broken in a cell; near misses with a good one. Empty cells are near misses of rules on codes. */
const byCell = (rule: string, column: string, { header, episode }: Planter, bad: readonly string[], good: readonly string[]): Plant => ({
  rule,
  found: bad.map((value) => [header(), broken(episode({ [column]: value }))]),
  near: good.map((value) => [header(), episode({ [column]: value })]),
});

const onHeader = (rule: string, column: string, { header, episode }: Planter, bad: readonly string[], good: readonly string[]): Plant => ({
  rule,
  found: bad.map((value) => [broken(header({ [column]: value })), episode()]),
  near: good.map((value) => [header({ [column]: value }), episode()]),
});

const headerPlants = (year: number, of: Planter): Plant[] => {
  const { day, header, episode, asylumSeeker } = of;
  const sex = year < FIRST_YEAR_OF_LETTERS ? { bad: ['M', '3', ''], good: ['1', '2'] } : { bad: ['1', 'X', ''], good: ['M', 'F', 'U'] };
  return [
    onHeader('101', 'SEX', of, sex.bad, sex.good),
    onHeader('102', 'DOB', of, ['', '31/04/2012', '2012-04-30', '29/02/2011', '30/04/12', '30.04.2012'], ['30/04/2012', '29/02/2012', '1/5/2012']),
    onHeader('103', 'ETHNIC', of, ['', 'XXXX', 'WENG'], ['REFU', 'NOBT', 'OOTH']),
    { rule: '105', found: [], near: [[header(), episode(), asylumSeeker()], [header(), episode(), asylumSeeker({ DUC: day('01/09') })], [header(), episode()]] },
    onHeader('301', 'DOB', of, [day('01/04', 1), day('01/05', 1)], [day('31/03'), '31/04/2012', '']),
    { rule: 'INT32', found: [[broken(header()), broken(header({ ETHNIC: 'OOTH' })), episode()]], near: [[header(), episode(), episode({ DECOM: day('01/07') })]] },
    { rule: 'INT03', found: [[broken(episode())], [broken(episode({ DEC: day('01/06'), REC: 'X1' })), broken(episode({ DECOM: day('01/06') }))]], near: [[header(), episode()], [header()]] },
  ];
};

const codePlants = (year: number, of: Planter): Plant[] => {
  const { header, episode } = of;
  const split = year >= FIRST_YEAR_OF_SPLIT_Z1;
  const place = split ? { bad: ['H5', 'Z1', 'P2', 'A9'], good: ['K3', 'Z11', 'U6'] } : { bad: ['K3', 'Z11', 'A9'], good: ['H5', 'Z1', 'P2', 'U6'] };
  return [
    byCell('143', 'RNE', of, ['X', 'SS', '1'], ['S', 'U', '']),
    byCell('144', 'LS', of, ['C3', 'Z', 'V1'], ['C1', 'J3', '']),
    byCell('145', 'CIN', of, ['N9', 'N0', 'X'], ['N8', '']),
    byCell('146', 'PLACE', of, place.bad, [...place.good, '']),
    {
      rule: '445',
      found: ['01/01/2006', '01/05/2021'].map((DECOM) => [header({ DOB: '15/09/2004' }), broken(episode({ LS: 'D1', DECOM }))]),
      near: [[header(), episode({ LS: 'D1', DECOM: '31/12/2005' })], [header(), episode({ LS: 'E1' })]],
    },
    {
      rule: '149',
      found: ['E1', 'E10', 'X2', 'E4'].map((REC) => [header(), broken(episode({ DEC: of.day('01/06'), REC }))]),
      near: ['E4A', 'E17', 'X1', ''].map((REC) => [header(), episode({ DEC: of.day('01/06'), REC })]),
    },
  ];
};

const providerPlants = (year: number, { header, episode }: Planter): Plant[] => {
  const other = year >= FIRST_YEAR_OF_SPLIT_Z1 ? 'Z12' : 'Z1';
  const withProvider = (PLACE: string, PLACE_PROVIDER: string): PlantedRow => episode({ PLACE, PLACE_PROVIDER });
  return [
    {
      rule: '178',
      found: [['U6', 'PR6'], ['K2', 'X'], ['T1', 'PR1'], [other, 'PR4'], ['T0', 'PR0']].map(([place_ = '', provider = '']) => [header(), broken(withProvider(place_, provider))]),
      near: [['U6', 'PR5'], ['P1', 'PR0'], ['T1', ''], [other, ''], ['U6', '']].map(([place_ = '', provider = '']) => [header(), withProvider(place_, provider)]),
    },
    {
      rule: '526',
      found: ['U6', 'P1', 'K2', ''].map((PLACE) => [header(), broken(withProvider(PLACE, ''))]),
      near: ['T0', 'T4', other].map((PLACE) => [header(), withProvider(PLACE, '')]),
    },
    {
      rule: '550',
      found: ['U6', 'K2', ''].map((PLACE) => [header(), broken(withProvider(PLACE, 'PR0'))]),
      near: [[header(), withProvider('P1', 'PR0')], [header(), withProvider('P1', 'PR1')], [header(), withProvider('U6', '')]],
    },
  ];
};

const datePlants = (of: Planter): Plant[] => {
  const { day, header, episode } = of;
  const ended = (DEC: string, cells = {}): PlantedRow => episode({ DEC, REC: 'E4A', ...cells });
  return [
    byCell('141', 'DECOM', of, ['31/04/2021', '2021-05-01', '1 May 2021', '01/05/21'], ['30/04/2021', '']),
    { rule: '147', found: ['31/04/2021', '2021-05-01', '99/99/9999'].map((DEC) => [header(), broken(ended(DEC))]), near: [[header(), ended(day('30/06'))], [header(), episode()]] },
    {
      rule: '148',
      found: [[header(), broken(episode({ DEC: day('01/06') }))], [header(), broken(episode({ REC: 'X1' }))], [header(), broken(episode({ REC: 'E4A' }))]],
      near: [[header(), episode()], [header(), ended(day('01/06'))], [header(), ended('31/04/2021')]],
    },
    byCell('353', 'DECOM', of, ['13/10/1991', '01/01/1985'], ['14/10/1991', '31/04/1985']),
    byCell('354', 'DECOM', of, [day('01/04', 1), day('01/06', 1)], [day('31/03'), day('01/04')]),
    {
      rule: '355',
      found: [[header(), broken(ended(day('01/05')))]],
      near: [[header(), ended(day('02/05'))], [header(), ended(day('30/04'))]],
      differs: [[header(), episode({ DECOM: '' })], [header(), ended('31/04/2021', { DECOM: '31/04/2021' })]],
    },
    {
      rule: '356',
      found: [[header(), broken(ended(day('30/04')))], [header(), broken(ended(day('01/05', -1)))]],
      near: [[header(), ended(day('01/05'))], [header(), ended(day('02/05'))], [header(), episode()]],
    },
  ];
};

/** What is planted for the rules on one row. */
export const plantsOfOneRow = (year: number): Plant[] => {
  const of = planter(year);
  return [...headerPlants(year, of), ...codePlants(year, of), ...providerPlants(year, of), ...datePlants(of)];
};
