import type { Cells } from '@permanence/locality-hub/domain';
import { broken, type Plant, planter } from './planting.js';

type Planter = ReturnType<typeof planter>;

const PLACEMENT_CHANGES: readonly Cells[] = [{ PLACE: 'U4' }, { PLACE_PROVIDER: 'PR4' }, { PL_POST: 'ST5 1AA' }, { URN: 'SC000002' }];

/** Where the earlier of two episodes is wrong, or the first of all. */
const earlierPlants = ({ day, header, episode, first, second }: Planter): Plant[] => [
  {
    rule: '142',
    found: [
      [header(), broken(first({ DEC: '', REC: '' })), second()],
      [header(), broken(first({ DEC: '' })), second()],
      [header(), broken(first({ REC: '' })), second()],
      [header(), second(), broken(first({ DEC: '31/04/2021' }))],
    ],
    near: [[header(), first(), second()], [header(), episode()], [header(), second(), first()]],
  },
  {
    rule: '357',
    found: [[header(), broken(episode({ RNE: 'P' }))], [header(), broken(first({ RNE: 'L' })), second()], [header(), broken(episode({ DECOM: day('01/04'), RNE: '' }))], [header(), second(), broken(first({ RNE: 'B' }))]],
    near: [[header(), episode()], [header(), episode({ DECOM: day('31/03', -1), RNE: 'P' })], [header(), first(), second({ RNE: 'P' })]],
  },
  {
    rule: '388',
    found: [
      [header(), broken(first())],
      [header(), broken(first()), second({ DECOM: day('02/06') })],
      [header(), broken(first({ REC: 'E4A' })), second({ RNE: 'S' })],
    ],
    near: [[header(), first(), second()], [header(), first({ REC: 'E4A' }), second({ DECOM: day('02/06'), RNE: 'S' })], [header(), first({ DEC: '' })], [header(), first({ REC: '' }), second()]],
  },
  {
    rule: '437',
    found: [[header(), broken(first({ REC: 'E2' })), second({ RNE: 'S' })], [header(), second({ DECOM: day('01/09') }), broken(first({ REC: 'E15' }))]],
    near: [[header(), first({ REC: 'E2' })], [header(), first(), second({ DEC: day('01/09'), REC: 'E15' })], [header(), first({ REC: 'E17' }), second({ RNE: 'S' })]],
  },
];

/** Where the later of two episodes is wrong. */
const laterPlants = ({ day, header, episode, first, second }: Planter): Plant[] => [
  {
    rule: '431',
    found: [[header(), first({ REC: 'E4A' }), broken(second({ RNE: 'S' }))], [header(), first(), broken(second({ RNE: 'S', DECOM: day('31/05') }))]],
    near: [[header(), first({ REC: 'E4A' }), second({ RNE: 'S', DECOM: day('02/06') })], [header(), first(), second()], [header(), first({ DEC: '' }), second({ RNE: 'S' })]],
  },
  {
    rule: '432',
    found: [[header(), first({ REC: 'E4A' }), broken(second())], [header(), first({ REC: 'E15' }), broken(second({ RNE: 'L', DECOM: day('01/09') }))]],
    near: [[header(), first(), second()], [header(), first({ REC: 'E4A' }), second({ RNE: 'S', DECOM: day('01/09') })], [header(), first({ REC: 'E99' }), second()]],
  },
  {
    rule: '433',
    found: [[header(), first(), broken(second({ DECOM: day('02/06') }))], [header(), first(), broken(second({ DECOM: day('31/05'), RNE: 'L' }))], [header(), first({ DEC: '' }), broken(second({ RNE: 'U' }))]],
    near: [
      [header(), first(), second()],
      [header(), first(), second({ RNE: 'S', DECOM: day('02/06') })],
      [header(), episode({ RNE: 'P' })],
      [header(), first({ DEC: day('01/06') }), second({ DEC: day('09/06'), REC: 'X1' }), second({ DEC: day('01/06'), REC: 'X1' }), second({ DECOM: day('09/06') })],
    ],
  },
  {
    rule: '501',
    found: [[header(), first(), broken(second({ DECOM: day('31/05') }))], [header(), broken(second({ DECOM: day('15/05') })), first()]],
    near: [[header(), first(), second()], [header(), first(), second({ DECOM: day('02/06') })], [header(), first({ DEC: '' }), second()]],
  },
  {
    rule: '504',
    found: [[header(), first(), broken(second({ CIN: 'N5' }))], [header(), first(), broken(second({ CIN: '' }))]],
    near: [[header(), first(), second()], [header(), first({ REC: 'E4A' }), second({ CIN: 'N5', RNE: 'S' })], [header(), first(), second({ CIN: 'N5', DECOM: day('02/06'), RNE: 'S' })]],
    differs: [[header(), first({ CIN: '' }), second({ CIN: '' })]],
  },
];

const changePlants = ({ header, first, second }: Planter): Plant[] => {
  const before = { PL_POST: 'ST17 4JX' };
  return [
    {
      rule: '434',
      found: [
        [header(), first(), broken(second({ ...before, RNE: 'L' }))],
        ...PLACEMENT_CHANGES.map((change) => [header(), first(), broken(second({ ...before, RNE: 'L', LS: 'E1', ...change }))]),
      ],
      near: [[header(), first(), second({ ...before, RNE: 'L', LS: 'E1' })], [header(), first(), second({ RNE: 'P' })], [header(), first({ URN: '' }), second({ ...before, RNE: 'L', LS: 'E1', URN: '' })]],
    },
    {
      rule: '435',
      found: [[header(), first(), broken(second({ ...before, RNE: 'P' }))], [header(), first(), broken(second({ ...before, RNE: 'T' }))], [header(), first(), broken(second({ RNE: 'P', LS: 'E1' }))]],
      near: [...PLACEMENT_CHANGES.map((change) => [header(), first(), second({ ...before, RNE: 'T', ...change })]), [header(), first(), second({ ...before, RNE: 'L', LS: 'E1' })]],
      differs: [[header(), first({ URN: '' }), second({ ...before, URN: '', RNE: 'T' })]],
    },
    {
      rule: '436',
      found: [[header(), first(), broken(second({ ...before, RNE: 'B', LS: 'E1' }))], [header(), first(), broken(second({ RNE: 'U' }))], [header(), first(), broken(second({ ...before, RNE: 'B' }))]],
      near: [[header(), first(), second({ RNE: 'B', LS: 'E1' })], [header(), first(), second({ ...before, RNE: 'U', LS: 'E1', URN: 'SC000002' })], [header(), first(), second({ RNE: 'P' })]],
    },
  ];
};

/** How long an order may last. */
const limitPlants = ({ day, header, episode }: Planter): Plant[] => {
  const order = (LS: string, from: string, to: string, cells = {}) => episode({ LS, DECOM: from, DEC: to, REC: to === '' ? '' : 'X1', ...cells });
  const limited = (rule: string, LS: string, within: string, beyond: string, after: string): Plant => ({
    rule,
    found: [
      [header(), broken(order(LS, day('01/05'), beyond))],
      [header(), broken(order(LS, day('01/05'), ''))],
      [header(), broken(order(LS, day('01/05'), day('05/05'))), broken(order(LS, day('05/05'), beyond, { RNE: 'P' }))],
    ],
    near: [
      [header(), order(LS, day('01/05'), within)],
      [header(), order(LS, day('30/03'), '')],
      [header(), order('C2', day('01/05'), beyond)],
      [header(), order(LS, day('01/05'), '31/04/2021')],
      [header(), order(LS, day('01/05'), within), order(LS, after, day('29/06'), { RNE: 'S' })],
    ],
    differs: [[header(), order(LS, day('01/05'), within), order(LS, day('04/05'), within, { RNE: 'P' })], [header(), order(LS, day('28/06'), day('29/06')), order(LS, day('01/05'), within)]],
  });
  return [
    limited('363', 'L3', day('08/05'), day('09/05'), day('22/06')),
    limited('364', 'J2', day('22/05'), day('23/05'), day('08/06')),
  ];
};

const statusPlants = ({ day, header, episode, first, second }: Planter): Plant[] => [
  {
    rule: '358',
    found: ['J1', 'J2', 'J3'].map((LS) => [broken(header({ DOB: day('02/05', -10) })), broken(episode({ LS }))]),
    near: [[header({ DOB: day('30/04', -10) }), episode({ LS: 'J1' })], [header({ DOB: day('02/05', -10) }), episode({ LS: 'C2' })], [header({ DOB: '31/04/2021' }), episode({ LS: 'J1' })], [episode({ LS: 'J1' })]],
    differs: [[header({ DOB: day('01/05', -10) }), episode({ LS: 'J1' })]],
  },
  {
    rule: '390',
    found: ['E11', 'E12'].map((REC) => [header(), broken(episode({ DEC: day('01/06'), REC }))]),
    near: ['A3', 'A4', 'A5', 'A6'].map((PLACE) => [header(), episode({ DEC: day('01/06'), REC: 'E12', PLACE })]),
  },
  {
    rule: '516',
    found: [[header(), broken(episode({ DEC: day('01/06'), REC: 'E45', PLACE: 'K2' }))], [header(), first(), broken(second({ DEC: day('01/09'), REC: 'E46', PLACE: 'P1', PLACE_PROVIDER: 'PR0' }))]],
    near: [...['U1', 'U6'].map((PLACE) => [header(), episode({ DEC: day('01/06'), REC: 'E46', PLACE })]), [header(), episode({ DEC: day('01/06'), REC: 'E47', PLACE: 'K2' })]],
  },
];

/** What is planted for the rules that compare the rows of a child. */
export const plantsOfAChild = (year: number): Plant[] => {
  const of = planter(year);
  return [...earlierPlants(of), ...laterPlants(of), ...changePlants(of), ...limitPlants(of), ...statusPlants(of)];
};
