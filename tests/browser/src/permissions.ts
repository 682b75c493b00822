import type { Role } from '@permanence/platform/identity';
import type { CouncilClient, TestRegion } from '@permanence/testing/region';

type Child = Readonly<{ id: string; worker: Readonly<{ name: string }> | null }>;

const MONTH = '2026-03';

/** Addresses of one council that some may open and others may not, each with a name. */
export const addressesOf = async (officer: CouncilClient, neighbour: CouncilClient, authority: string): Promise<Readonly<Record<string, string>>> => {
  const children = await officer.all<Child>('locality-hub/v1/children');
  const of = (worker: string): string => children.find((child) => child.worker?.name === worker)?.id ?? 'nobody';
  const [load] = await officer.all<{ id: string }>('locality-hub/v1/imports');
  const [stranger] = await neighbour.all<Child>('locality-hub/v1/children');
  const own = of('Nadia Ferris');
  return {
    own: `/children/${own}`, ofTheTeam: `/children/${of('Callum Thorley')}`, ofAnotherTeam: `/children/${of('Maud Tansley')}`, ofAnotherCouncil: `/children/${stranger?.id ?? ''}`,
    whoLooked: `/children/${own}/access`, restriction: `/children/${own}/restriction`, allocation: `/children/allocate?child=${own}`, children: '/children',
    imports: '/imports', sending: '/imports/new', oneImport: `/imports/${load?.id ?? ''}`, accessLog: '/access-log',
    cases: `/region/indicators/cla-number-looked-after/cases?authority=${authority}&month=${MONTH}`, figures: '/region/scorecard',
  };
};

const CHILDREN_OF_THE_COUNCIL = ['own', 'ofTheTeam', 'ofAnotherTeam', 'children', 'cases', 'figures'];

/** What each role may open of the above; everything else is refused. */
export const MAY_OPEN: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'locality-social-worker': ['own', 'whoLooked', 'children', 'cases', 'figures'],
  'team-manager': ['own', 'ofTheTeam', 'whoLooked', 'restriction', 'allocation', 'children', 'accessLog', 'cases', 'figures'],
  'performance-officer': [...CHILDREN_OF_THE_COUNCIL, 'imports', 'sending', 'oneImport'],
  'qa-auditor': [...CHILDREN_OF_THE_COUNCIL, 'whoLooked', 'accessLog'],
  'data-protection-officer': ['accessLog', 'figures'],
  'elected-member': ['figures'],
  'reviewing-officer': ['children', 'figures'],
  'information-owner': ['figures'],
  'regional-head-of-operations': ['figures'],
};

/** Makes the workers known who come to the test, so that the files' children are theirs. */
export const makeKnown = async (region: TestRegion, authority: string): Promise<void> => {
  for (const role of ['locality-social-worker', 'team-manager'] as const) await (await region.as(role, authority)).json('locality-hub/v1/me');
};
