import { REGION, TenantId } from '@permanence/kernel/values';
import { type Authority, type Partnership, readPartnership } from './read-partnership.js';

/** The partnership that the product comes with. */
export const NORTH_MIDLANDS: Partnership = {
  name: 'North Midlands Permanency Partnership',
  councils: [
    { code: TenantId('E10000028'), name: 'Staffordshire County Council', shortName: 'Staffordshire', dfeCode: '860' },
    { code: TenantId('E06000021'), name: 'Stoke-on-Trent City Council', shortName: 'Stoke-on-Trent', dfeCode: '861' },
    { code: TenantId('E06000051'), name: 'Shropshire Council', shortName: 'Shropshire', dfeCode: '893' },
    { code: TenantId('E06000020'), name: 'Telford & Wrekin Council', shortName: 'Telford & Wrekin', dfeCode: '894' },
  ],
};

/** What is wrong waits for `checkPartnership`: a module that fails while it is loaded can say nothing in plain words. */
const given = (file: string | undefined): Readonly<{ partnership: Partnership; fault?: unknown }> => {
  if (file === undefined || file === '') return { partnership: NORTH_MIDLANDS };
  try {
    return { partnership: readPartnership(file) };
  } catch (fault) {
    return { partnership: NORTH_MIDLANDS, fault };
  }
};

/** Read once, when the process starts: who is in the partnership does not change under a running service. */
const { partnership, fault } = given(process.env['PARTNERSHIP_FILE']);

/** Every start calls this before it opens anything. @throws Error with a sentence for each thing that is wrong in PARTNERSHIP_FILE */
export const checkPartnership = (): void => {
  if (fault !== undefined) throw fault as Error;
};

/** The name that stands in every page's header. */
export const PARTNERSHIP_NAME = partnership.name;

/** The councils, in the order in which pages show them. */
export const AUTHORITIES: readonly Authority[] = partnership.councils;

const byCode: ReadonlyMap<TenantId, Authority> = new Map(AUTHORITIES.map((council) => [council.code, council]));

/** Whether a tenant is one of the councils (and not the partnership itself, nor somebody else's). */
export const isPartner = (tenant: TenantId): boolean => byCode.has(tenant);

/** How a page calls a tenant. */
export const shortNameOf = (tenant: TenantId): string => (tenant === REGION ? 'The region' : (byCode.get(tenant)?.shortName ?? tenant));
