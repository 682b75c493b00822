import { DEMONSTRATION } from '../demonstration.js';
import type { Listed, People, Person } from './people.js';
import { until } from './until.js';

type Row = Readonly<{ reference: string; details: object | null }>;
type Grant = Readonly<{ id: string; side: 'shared' | 'received'; state: string; reference: string }>;

const GRANTS = 'regional-hub/v1/grants';
const [STAFFORDSHIRE = '', STOKE = '', SHROPSHIRE = '', TELFORD = ''] = DEMONSTRATION.map(({ authority }) => authority);

/** The child of a council who has waited longest of those who are harder to place. */
const longestWaiting = (person: Person, authority: string): Promise<string> =>
  until('The tracker', async () => {
    const { items } = await person.ask<Listed<Row>>('GET', `regional-hub/v1/tracker?authority=${authority}&harder=true&limit=20`);
    return items.find(({ details }) => details !== null)?.reference;
  });

/** @returns the reference asked about; undefined where somebody of the council asked before */
const ask = async (people: People, asking: string, about: string, purpose: string): Promise<string | undefined> => {
  const worker = await people('locality-social-worker', asking);
  if ((await worker.ask<Listed<Grant>>('GET', `${GRANTS}?side=received&limit=1`)).items.length > 0) return undefined;
  const reference = await longestWaiting(worker, about);
  await worker.ask('POST', GRANTS, { reference, purpose });
  return reference;
};

const decide = async (people: People, about: string, reference: string, decision: (manager: Person, grant: string) => Promise<unknown>): Promise<void> => {
  const manager = await people('team-manager', about);
  const { items } = await manager.ask<Listed<Grant>>('GET', `${GRANTS}?side=shared&reference=${reference}`);
  for (const { id } of items.filter(({ state }) => state === 'requested')) await decision(manager, `${GRANTS}/${id}`);
};

const grantTwoWeeks = async (manager: Person, grant: string): Promise<unknown> =>
  manager.ask('POST', `${grant}/grant`, { fields: (await manager.ask<Listed<string>>('GET', `${GRANTS}/fields`)).items, days: '14' });

/** One profile is asked for and shared, one asked for and refused, one waits for an answer. */
export const shareProfiles = async (people: People): Promise<void> => {
  const shared = await ask(people, STAFFORDSHIRE, STOKE, 'family-finding');
  if (shared !== undefined) await decide(people, STOKE, shared, grantTwoWeeks);
  const refused = await ask(people, TELFORD, SHROPSHIRE, 'matching');
  if (refused !== undefined) await decide(people, SHROPSHIRE, refused, (manager, grant) => manager.ask('POST', `${grant}/refuse`, { reason: 'other-way-agreed' }));
  await ask(people, SHROPSHIRE, STAFFORDSHIRE, 'family-finding');
};
