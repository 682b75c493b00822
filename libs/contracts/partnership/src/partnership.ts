import { REGION, TenantId } from '@permanence/kernel/values';

/** A council of the partnership. `dfeCode` is the DfE's three digits of the returns. */
export type Authority = Readonly<{ code: TenantId; name: string; shortName: string; dfeCode: string }>;

/** The name that stands in every page's header. */
export const PARTNERSHIP_NAME = 'North Midlands Permanency Partnership';

/** The four councils, in the order in which pages show them. */
export const AUTHORITIES: readonly Authority[] = [
  { code: TenantId('E10000028'), name: 'Staffordshire County Council', shortName: 'Staffordshire', dfeCode: '860' },
  { code: TenantId('E06000021'), name: 'Stoke-on-Trent City Council', shortName: 'Stoke-on-Trent', dfeCode: '861' },
  { code: TenantId('E06000051'), name: 'Shropshire Council', shortName: 'Shropshire', dfeCode: '893' },
  { code: TenantId('E06000020'), name: 'Telford & Wrekin Council', shortName: 'Telford & Wrekin', dfeCode: '894' },
];

/** Whether a tenant is one of the councils (and not the partnership itself, nor somebody else's). */
export const isPartner = (tenant: TenantId): boolean => AUTHORITIES.some(({ code }) => code === tenant);

/** How a page calls a tenant. */
export const shortNameOf = (tenant: TenantId): string => (tenant === REGION ? 'The region' : (AUTHORITIES.find(({ code }) => code === tenant)?.shortName ?? tenant));
