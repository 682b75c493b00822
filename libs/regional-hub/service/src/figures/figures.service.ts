import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type AuthorityCounts, type IndicatorDefinition, type Reader, neededWords } from '@permanence/regional-hub/domain';
import { type Clock, type LocalDate, type Month, REGION, type TenantId, addMonthsTo, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import type { Who } from '@permanence/platform/identity';
import { DEFINITIONS, type Definition, type IndicatorId, definitionOf } from '../indicators/indicators.js';
import { type Beside, BesideReader } from '../packs/beside.reader.js';
import { type KnownThen, KnownThenReader } from '../packs/known-then.reader.js';
import { FigureReader, type Wanted } from './figure-reader.js';
import type { IndicatorDto, IndicatorFigureDto, SeriesMonthDto } from './figures.dto.js';
import { HorizonReader } from './horizon.reader.js';
import { type Asking, monthFigure, readerOf } from './present.js';

/** A question for figures, every part of it said. `reader`: how they are read, where that is not the person's own way. */
export type Question = Readonly<{ who: Who; authority: TenantId; month: Month; asKnownOn: LocalDate; reader?: Reader }>;

/** The part of a question that says whose figures are read. */
const wanted = ({ who, authority, asKnownOn, reader = readerOf(who) }: Omit<Question, 'month'>): Pick<Wanted, 'authority' | 'reader' | 'asKnownOn'> => ({ authority, reader, asKnownOn });

type BesideOf = (definition: Definition, figure: Pick<IndicatorFigureDto, 'value'>) => Beside;

/** Figures as a person may see them. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly figures: FigureReader,
    private readonly horizon: HorizonReader,
    private readonly then: KnownThenReader,
    private readonly beside: BesideReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All indicators of a month, each with `history` months before it. */
  async indicators(question: Question, history: number): Promise<IndicatorFigureDto[]> {
    const { month } = question;
    const counts = await this.figures.counts(DEFINITIONS.map(({ id }) => id), { from: addMonthsTo(month, -history), to: month, ...wanted(question) });
    const beside = await this.beside.of({ ...question, ...wanted(question) });
    return DEFINITIONS.map((definition) => this.indicatorFigure(question, definition, { countsOf: (each) => counts.get(definition.id)?.get(each), knownOn: () => question.asKnownOn }, history, beside));
  }

  /** The same, each month as it was known then: in its pack, or on the tenth working day after it; a month of which that day is to come is left as not held. */
  async indicatorsThen(question: Question, history: number): Promise<IndicatorFigureDto[]> {
    const { month } = question;
    const then = await this.then.read(DEFINITIONS.map(({ id }) => id), { from: addMonthsTo(month, -history), to: month }, wanted(question));
    const today = this.clock.today();
    const knownOn = (each: Month): LocalDate => (then.knownOn(each) < today ? then.knownOn(each) : today);
    const asked = { ...question, asKnownOn: knownOn(month) };
    const beside = await this.beside.of({ ...asked, ...wanted(asked) });
    return DEFINITIONS.map((definition) => this.indicatorFigure(asked, definition, { countsOf: (each) => then.of(definition.id, each), knownOn }, history, beside));
  }

  /** One indicator of a month with what it means and what it lacks. */
  async indicator(question: Question, id: IndicatorId): Promise<IndicatorDto> {
    const { authority, month, who } = question;
    const definition = definitionOf(id);
    const counts = (await this.figures.counts([id], { from: month, to: month, ...wanted(question) })).get(id) ?? new Map<Month, AuthorityCounts[]>();
    const holders = authority === REGION ? await this.figures.holders(id, month, question.asKnownOn) : undefined;
    return {
      ...this.indicatorFigure(question, definition, { countsOf: (each) => counts.get(each), knownOn: () => question.asKnownOn }, 0, await this.beside.of({ ...question, ...wanted(question) })),
      ...wordsOf(definition),
      firstRecordedOn: await this.horizon.firstRecordedOn(authority, definition, month),
      lacks: holders === undefined ? [] : AUTHORITIES.map(({ code }) => code).filter((code) => !holders.has(code)),
      casesAllowed: who.capabilities.has('kpi:drill-to-case') && authority === who.authority,
    };
  }

  /** Every month from the first to the newest that any authority holds, as known on a day, and as each was known then. */
  async series(question: Omit<Question, 'month'>, id: IndicatorId): Promise<SeriesMonthDto[]> {
    const region = await this.horizon.horizon(REGION);
    if (region.firstMonth === null || region.completeTo === null) return [];
    const months = { from: region.firstMonth, to: monthOf(region.completeTo < this.clock.today() ? region.completeTo : this.clock.today()) };
    const now = (await this.figures.counts([id], { ...months, ...wanted(question) })).get(id);
    const then = await this.then.read([id], months, wanted(question));
    const items: SeriesMonthDto[] = [];
    for (let month = months.from; month <= months.to; month = addMonthsTo(month, 1))
      items.push({ ...monthFigure(this.asking(question, definitionOf(id)), month, now?.get(month)), knownThenOn: then.knownOn(month), then: this.knownThen(question, id, month, then) });
    return items;
  }

  private knownThen(question: Omit<Question, 'month'>, id: IndicatorId, month: Month, then: KnownThen): SeriesMonthDto['then'] {
    const asKnownOn = then.knownOn(month);
    if (!then.isFrozen(month) && asKnownOn >= this.clock.today()) return null;
    return { ...monthFigure(this.asking({ ...question, asKnownOn }, definitionOf(id)), month, then.of(id, month)), knownThenOn: asKnownOn };
  }

  private indicatorFigure(question: Question, definition: Definition, { countsOf, knownOn }: CountsOfMonths, history: number, beside: BesideOf): IndicatorFigureDto {
    const asking = this.asking(question, definition);
    const { id, title, area, measure, unit, period, polarity } = definition;
    const before = Array.from({ length: history }, (_, i) => addMonthsTo(question.month, i - history));
    const figure = {
      id, authority: question.authority, title, area, measure, unit, period, polarity,
      ...monthFigure(asking, question.month, countsOf(question.month)),
      history: before.map((month) => monthFigure({ ...asking, asKnownOn: knownOn(month) }, month, countsOf(month))),
    };
    return { ...figure, ...beside(definition, figure) };
  }

  private asking({ who, authority, asKnownOn, reader = readerOf(who) }: Omit<Question, 'month'>, definition: IndicatorDefinition): Asking {
    return { definition, authority, asKnownOn, reader, today: this.clock.today() };
  }
}

/** The counts of each month, and the day as of which they are known. */
type CountsOfMonths = Readonly<{ countsOf: (month: Month) => readonly AuthorityCounts[] | undefined; knownOn: (month: Month) => LocalDate }>;

/** What an indicator means, under the names that leave the service. */
export const wordsOf = (definition: IndicatorDefinition): Pick<IndicatorDto, 'numeratorWords' | 'denominatorWords' | 'cohortWords' | 'neededWords' | 'source' | 'note'> => {
  const { numerator, denominator, cohort, source, note } = definition;
  return {
    numeratorWords: capital(numerator), denominatorWords: denominator === null ? null : capital(denominator), cohortWords: cohort === undefined ? null : capital(cohort),
    neededWords: neededWords(definition), source, note,
  };
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
