import type { Cells, ModuleName } from '@permanence/locality-hub/domain';

/** A row of a planted file; `isBroken` marks those that the rule must find. */
export type PlantedRow = Readonly<{ module: ModuleName; cells: Cells; isBroken: boolean }>;

/** A child planted for one rule. Where our finding differs from the sector's on purpose, the child stands under `differs`. */
export type PlantedChild = readonly PlantedRow[];

/** What is planted for one rule: children in whom it must find the broken rows and only these, and near misses in whom it must find nothing; `differs`: in whom the two find different rows. */
export type Plant = Readonly<{ rule: string; found: readonly PlantedChild[]; near: readonly PlantedChild[]; differs?: readonly PlantedChild[] }>;

const FIRST_YEAR_OF_LETTERS = 2025;
const APRIL = 4;

/** Builders of the rows of one collection year. Dates are written `dd/mm`, within the collection unless years are added. */
export const planter = (year: number) => {
  const day = (dayAndMonth: string, yearsLater = 0): string => {
    const isSpring = Number(dayAndMonth.slice(3)) < APRIL;
    return `${dayAndMonth}/${year - (isSpring ? 0 : 1) + yearsLater}`;
  };
  const header = (cells: Cells = {}): PlantedRow => ({
    module: 'Header',
    isBroken: false,
    cells: { SEX: year < FIRST_YEAR_OF_LETTERS ? '2' : 'F', DOB: day('15/09', -12), ETHNIC: 'WBRI', UPN: 'UN4', MOTHER: '', MC_DOB: '', ...cells },
  });
  const episode = (cells: Cells = {}): PlantedRow => ({
    module: 'Episodes',
    isBroken: false,
    cells: {
      DECOM: day('01/05'), RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', PLACE_PROVIDER: 'PR1', DEC: '', REC: '', REASON_PLACE_CHANGE: '',
      HOME_POST: 'ST16 2LH', PL_POST: 'ST17 4JX', URN: 'SC000001', ...cells,
    },
  });
  const asylumSeeker = (cells: Cells = {}): PlantedRow => ({ module: 'UASC', isBroken: false, cells: { SEX: header().cells.SEX ?? '', DOB: day('15/09', -12), DUC: '', ...cells } });
  /** An episode that ended with a move on 1 June. */
  const first = (cells: Cells = {}): PlantedRow => episode({ DEC: day('01/06'), REC: 'X1', ...cells });
  /** The episode after the move, still open. */
  const second = (cells: Cells = {}): PlantedRow => episode({ DECOM: day('01/06'), RNE: 'P', PL_POST: 'ST5 1AA', ...cells });
  return { day, header, episode, asylumSeeker, first, second };
};

/** The row as one that the rule must find. */
export const broken = (row: PlantedRow): PlantedRow => ({ ...row, isBroken: true });
