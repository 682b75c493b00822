import { isPartner } from '@permanence/contracts/partnership';
import { type LocalDate, type Month, REGION, type TenantId, monthOf } from '@permanence/kernel/values';
import { notFound, refused } from '@permanence/platform/http';

/** @throws HttpProblem 404 for an authority that is none of the partnership's. */
export const partOfRegion = (authority: TenantId): TenantId => {
  if (authority !== REGION && !isPartner(authority)) throw notFound();
  return authority;
};

/** The day as known on which figures are asked for: today unless said. @throws HttpProblem 422 for a month or a day to come. */
export const notToCome = ({ month, asKnownOn }: Readonly<{ month?: Month | undefined; asKnownOn?: LocalDate | undefined }>, today: LocalDate): Readonly<{ asKnownOn: LocalDate }> => {
  if (month !== undefined && month > monthOf(today))
    throw refused({ code: 'MONTH_TO_COME', sentence: 'There are no figures yet for a month to come. Choose this month or an earlier one.', rule: 'kpi.14', field: 'month' });
  if (asKnownOn !== undefined && asKnownOn > today)
    throw refused({ code: 'DAY_TO_COME', sentence: 'Nobody knows yet what will be known on a day to come. Choose today or an earlier day.', rule: 'kpi.14', field: 'asKnownOn' });
  return { asKnownOn: asKnownOn ?? today };
};
