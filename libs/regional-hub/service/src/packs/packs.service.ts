import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type LocalDate, type Month, REGION, type TenantId, addMonthsTo, monthEnd, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound, refused } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { type PackFigure, type Reader, type Target, packDueOn, targetOn } from '@permanence/regional-hub/domain';
import { type Written, commentaryOf } from '../commentary/commentary.store.js';
import { HorizonReader } from '../figures/horizon.reader.js';
import { shown } from '../figures/present.js';
import { type Definition, DEFINITIONS } from '../indicators/indicators.js';
import { targetsOf } from '../targets/targets.store.js';
import { hashOf, notFrozen } from './freeze.service.js';
import { type PackRow, packFigures, packOf, packsOf } from './pack.store.js';
import type { PackDto, PackIndicatorDto, PackLineDto } from './packs.dto.js';
import { COUNCILS, PARTNERSHIP } from './people.js';
import { heldIn } from './place.js';
import { type Version, readerOfVersion } from './version.js';

/** A frozen pack with all that is read of it. */
type Whole = Readonly<{ row: PackRow; figures: readonly PackFigure[]; written: readonly Written[]; targets: readonly Target[] }>;

/** Reads packs, each in the version that the person may see. */
@Injectable()
export class PacksService {
  constructor(
    private readonly db: TenantDb,
    private readonly horizon: HorizonReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every month that is over and held of an authority, the newest first: frozen, or open and due. */
  async list(authority: TenantId): Promise<PackLineDto[]> {
    const { firstMonth, completeTo } = await this.horizon.horizon(authority);
    const rows = new Map((await this.db.inTenants(PARTNERSHIP, (tx) => packsOf(tx, authority))).map((row) => [row.month, row]));
    const months = new Set([...rows.keys(), ...(firstMonth === null || completeTo === null ? [] : monthsOver(firstMonth, completeTo, this.clock.today()))]);
    return [...months].sort().reverse().map((month) => lineOf(month, rows.get(month), this.clock.today()));
  }

  /** A pack in a version. @throws HttpProblem 403 SUPPRESSION_REQUIRED for numbers that must be hidden; 422 where the month is not frozen */
  async pack(who: Who, authority: TenantId, month: Month, asked: Version | undefined): Promise<PackDto> {
    const { version, reader } = readerOfVersion(who, authority, asked);
    const whole = await this.whole(authority, month);
    return packDto(whole, version, reader, this.clock.today());
  }

  private whole(authority: TenantId, month: Month): Promise<Whole> {
    return this.db.inTenants(PARTNERSHIP, async (tx) => {
      const row = await packOf(tx, authority, month);
      if (row === undefined) throw refusedAsOpen();
      return { row, figures: await packFigures(tx, authority, month), written: await commentaryOf(tx, [authority], month), targets: await targetsOf(tx, [REGION, ...COUNCILS]) };
    });
  }
}

/** 422: a month that is not frozen has no pack. */
export const refusedAsOpen = (): Error => {
  const decision = notFrozen();
  return decision.ok ? notFound() : refused(decision.refusal);
};

const monthsOver = (first: Month, completeTo: LocalDate, today: LocalDate): readonly Month[] => {
  const months: Month[] = [];
  for (let month = first; month <= monthOf(completeTo) && monthEnd(month) < today; month = addMonthsTo(month, 1)) months.push(month);
  return months;
};

const lineOf = (month: Month, row: PackRow | undefined, today: LocalDate): PackLineDto =>
  row === undefined
    ? { month, status: 'open', dueOn: packDueOn(month), late: today > packDueOn(month), frozenAt: null, frozenBy: null }
    : { month, status: 'frozen', dueOn: row.dueOn, late: row.late, frozenAt: row.knownAt, frozenBy: row.byName };

/** The region and, in its own pack or to its own people, every council; the public version of a council's pack has that council alone beside the region. */
const placesOf = (authority: TenantId, version: Version): TenantId[] => (authority !== REGION && version === 'public' ? [REGION, authority] : [REGION, ...COUNCILS]);

const packDto = ({ row, figures, written, targets }: Whole, version: Version, reader: Reader, today: LocalDate): PackDto => {
  const places = placesOf(row.authority, version);
  return {
    authority: row.authority, month: row.month, version, frozenAt: row.knownAt, knownOn: row.knownOn, dueOn: row.dueOn, late: row.late, frozenBy: row.byName, frozenByRole: row.byRole, hash: row.hash,
    intact: hashOf({ authority: row.authority, month: row.month, knownAt: row.knownAt, figures }) === row.hash, places,
    indicators: DEFINITIONS.map((definition) => indicatorDto(definition, { row, figures, targets, reader, today, places }, version === 'public' ? undefined : written.find(({ indicator }) => indicator === definition.id))),
    restated: version === 'public' ? [] : row.restated.map((each) => ({ ...each, former: { ...each.former }, restated: { ...each.restated } })),
  };
};

type Context = Readonly<{ row: PackRow; figures: readonly PackFigure[]; targets: readonly Target[]; reader: Reader; today: LocalDate; places: readonly TenantId[] }>;

const indicatorDto = (definition: Definition, { row, figures, targets, reader, today, places }: Context, commentary: Written | undefined): PackIndicatorDto => {
  const { id, title, area, measure, unit, period, polarity } = definition;
  const held = heldIn(figures, id);
  return {
    id, title, area, measure, unit, period, polarity,
    figures: places.map((authority) => ({
      authority, ...shown({ definition, authority, reader, asKnownOn: row.knownOn, today }, held),
      target: targetOn(targets, { indicator: id, authority }, monthEnd(row.month))?.value ?? null,
    })),
    commentary: commentary ?? null, lacks: COUNCILS.filter((code) => !held.some((each) => each.authority === code)),
  };
};
