import { DEMONSTRATION } from '../demonstration.js';
import type { Listed, People, Person } from './people.js';

type Child = Readonly<{ kind: string; id: string; reference: string }>;
type Access = Readonly<{ id: string }>;

const HUB = 'locality-hub/v1';
const [STAFFORDSHIRE = '', STOKE = ''] = DEMONSTRATION.map(({ authority }) => authority);

const childrenOf = async (person: Person): Promise<readonly Child[]> => (await person.ask<Listed<Child>>('GET', `${HUB}/children?lookedAfter=true&limit=100`)).items.filter(({ kind }) => kind === 'child');

/** References of children whose records are shut to a worker, as people come to know them: from a letter, a call, a badge. */
const shutTo = async (people: People, authority: string): Promise<readonly string[]> => {
  const worker = await people('locality-social-worker', authority);
  const own = new Set((await childrenOf(worker)).map(({ id }) => id));
  return (await childrenOf(await people('performance-officer', authority))).filter(({ id }) => !own.has(id)).map(({ reference }) => reference);
};

const WHY = 'The police brought this child to the office after hours, and the own worker does not answer the phone.';

/** A worker opens a record that is shut and ends it soon. @returns the use; undefined where the worker has used it before */
const openInEmergency = async (people: People, authority: string): Promise<Access | undefined> => {
  const worker = await people('locality-social-worker', authority);
  if ((await worker.ask<Listed<Access>>('GET', `${HUB}/emergency-access?limit=1`)).items.length > 0) return undefined;
  const reference = (await shutTo(people, authority))[0];
  if (reference === undefined) return undefined;
  const access = await worker.ask<Access>('POST', `${HUB}/emergency-access`, { reference, reason: WHY });
  return worker.ask<Access>('POST', `${HUB}/emergency-access/${access.id}/end`);
};

/** Two uses of emergency access: one that the data protection officer has found justified, one that waits for the review. */
export const openShutRecords = async (people: People): Promise<void> => {
  const reviewed = await openInEmergency(people, STAFFORDSHIRE);
  if (reviewed !== undefined) await (await people('data-protection-officer', STAFFORDSHIRE)).ask('POST', `${HUB}/emergency-access/${reviewed.id}/review`, { finding: 'justified', note: 'The call to the duty line is on file.' });
  await openInEmergency(people, STOKE);
};

/** A worker says that a child is own family, which the manager confirms, and that another is a neighbour's, which waits. */
export const declareRelations = async (people: People): Promise<void> => {
  const worker = await people('locality-social-worker', STAFFORDSHIRE);
  if ((await worker.ask<Listed<unknown>>('GET', `${HUB}/relations?limit=1`)).items.length > 0) return;
  const [, family, neighbour] = await shutTo(people, STAFFORDSHIRE);
  if (family === undefined || neighbour === undefined) return;
  const { id } = await worker.ask<{ id: string }>('POST', `${HUB}/relations`, { reference: family, kind: 'own-family' });
  await (await people('team-manager', STAFFORDSHIRE)).ask('POST', `${HUB}/relations/${id}/confirm`);
  await worker.ask('POST', `${HUB}/relations`, { reference: neighbour, kind: 'friend-or-neighbour' });
};
