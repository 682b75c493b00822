import { type Table, num, table } from '../../frame/table.js';
import { type ScorecardFacts, figureRows } from './page.js';

const STATUS = { value: '', 'not-applicable': 'not applicable', suppressed: 'c', 'not-held': 'not held' } as const;

const written = (value: number | null): string => (value === null ? '' : String(value));

/** Every figure of a scorecard, a row each, as a program reads it: a gap has its name and no number. */
export const scorecardTable = (facts: ScorecardFacts): Table =>
  table('Scorecard', ['Indicator', 'Title', 'Place', 'Month', 'As known on', num('Value'), 'Gap', num('Counted'), num('Of'), num('Target'), num('A year before')],
    figureRows(facts).flatMap(({ figures }) => figures.flatMap(({ place, figure }) => {
      if (figure === undefined) return [];
      const before = figure.history.at(-12);
      return [[figure.id, figure.title, place.name, figure.month, figure.asKnownOn, written(figure.value), STATUS[figure.status], written(figure.numerator), written(figure.denominator), written(figure.target), written(before?.value ?? null)]];
    })));
