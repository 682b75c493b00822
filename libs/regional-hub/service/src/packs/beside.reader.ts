import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type LocalDate, type Month, REGION, type TenantId, addMonthsTo, monthEnd, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { type Reader, asksForCommentary, periodsBefore, seesAsItIs, shortfallOf, targetOn } from '@permanence/regional-hub/domain';
import { type Written, commentaryOf } from '../commentary/commentary.store.js';
import { type CountsByMonth, FigureReader, type Reading } from '../figures/figure-reader.js';
import type { IndicatorFigureDto, MonthFigureDto } from '../figures/figures.dto.js';
import { shown } from '../figures/present.js';
import { DEFINITIONS, type Definition, type IndicatorId } from '../indicators/indicators.js';
import { packOf } from './pack.store.js';
import { targetsOf } from '../targets/targets.store.js';

/** What stands beside a figure: its target, what is said of it, whether somebody should say something. */
export type Beside = Pick<IndicatorFigureDto, 'target' | 'short' | 'commentary' | 'commentaryAsked'>;

/** Whose figures, how read, in which month and as known when. */
export type BesideWhat = Readonly<{ who: Who; reader: Reader; authority: TenantId; month: Month; asKnownOn: LocalDate }>;

/** Reads what stands beside the figures of a place. */
@Injectable()
export class BesideReader {
  constructor(
    private readonly db: TenantDb,
    private readonly figures: FigureReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For the figures of one place and month; commentary for those who see them as they are. */
  async of(what: BesideWhat): Promise<(definition: Definition, figure: Pick<MonthFigureDto, 'value'>) => Beside> {
    const { authority, month, reader } = what;
    const mayAsk = this.mayAsk(what);
    const [targets, written, isFrozen] = await this.db.inTenants({ id: 'regional-hub', tenants: [REGION, authority] }, async (tx) => [
      await targetsOf(tx, [authority]), seesAsItIs(reader, authority) ? await commentaryOf(tx, [authority], month) : [], mayAsk && (await packOf(tx, authority, month)) !== undefined,
    ] as const);
    const asks = mayAsk && !isFrozen ? await this.asking(what, written) : () => false;
    return (definition, { value }) => {
      const target = targetOn(targets, { indicator: definition.id, authority }, monthEnd(month))?.value ?? null;
      return {
        target, short: value === null || target === null ? null : shortfallOf(value, target, definition.polarity),
        commentary: written.find(({ indicator }) => indicator === definition.id) ?? null, commentaryAsked: asks(definition, value),
      };
    };
  }

  /** Whether this person's own figures may ask them: those of a month that is over, as known now. */
  private mayAsk({ who, reader, authority, month, asKnownOn }: BesideWhat): boolean {
    const today = this.clock.today();
    return authority === who.authority && reader.kind !== 'public' && who.capabilities.has('commentary:write') && asKnownOn === today && month < monthOf(today);
  }

  /** Whether a figure asks for a sentence: once, and while its pack is open, since nothing can be said of a frozen one. */
  private async asking({ reader, authority, month, asKnownOn }: BesideWhat, written: readonly Written[]): Promise<(definition: Definition, value: number | null) => boolean> {
    const today = this.clock.today();
    const before = await this.before(month, { authority, reader });
    return (definition, value) => {
      if (written.some(({ indicator }) => indicator === definition.id)) return false;
      const values = periodsBefore(definition.period, month).map((each) => shown({ definition, authority, reader, asKnownOn, today }, before(definition.id, each)).value);
      return asksForCommentary(value, values);
    };
  }

  /** Kept counts of the months that figures are held against. */
  private async before(month: Month, reading: Reading): Promise<(id: IndicatorId, month: Month) => NonNullable<ReturnType<CountsByMonth['get']>>> {
    const fromApril = DEFINITIONS.filter(({ period }) => period === 'ytd').map(({ id }) => id);
    const back = (months: number): Month => addMonthsTo(month, -months);
    const found = await Promise.all([
      this.figures.kept(DEFINITIONS.map(({ id }) => id), { from: back(3), to: back(1) }, 'now', reading),
      ...[12, 24, 36].map((months) => this.figures.kept(fromApril, { from: back(months), to: back(months) }, 'now', reading)),
    ]);
    return (id, asked) => found.map((each) => each.get(id)?.get(asked)).find((counts) => counts !== undefined) ?? [];
  }
}
