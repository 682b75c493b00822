import { SCHEMAS, openDatabase } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';
import { clockOn, systemClock } from '@permanence/platform/host';
import { type ReadOnly, type SwitchWish, heldAt, sinceWords, turnAt } from '@permanence/platform/read-only';
import type { Asked, Operation } from './operation.js';

/** Shorter says nothing to the people who are waiting; longer does not fit on a page. */
const REASON = { least: 10, most: 200 } as const;

/** A service's tables, as a role that may write them. */
type Place = Readonly<{ name: string; url: string; schema?: string }>;

const wishOf = ({ readOnly: { on, off, planned, reason = '' } }: Asked): SwitchWish | undefined => {
  if (on && off) throw new Error('Say --on or --off, not both.');
  if (!on && (reason !== '' || planned)) throw new Error('--reason and --planned go with --on.');
  if (on) return { on, planned, reason: reasonIn(reason.trim()) };
  return off ? { on: false } : undefined;
};

const reasonIn = (text: string): string => {
  if (text.length >= REASON.least && text.length <= REASON.most) return text;
  throw new Error(`Give a --reason of ${REASON.least} to ${REASON.most} letters, such as "We are moving to a new server." Everybody reads it, so name nobody.`);
};

/** Every service where an administrator's address or a data folder is at hand; with one service's own address that one. */
const withPlaces = async <T>({ environment, dataFolder }: Asked, work: (places: readonly Place[]) => Promise<T>): Promise<T> => {
  const { DATABASE_ADMIN_URL: admin, DATABASE_OWNER_URL: owner } = environment;
  if (admin) return work(SCHEMAS.map((schema) => ({ name: nameOf(schema), url: admin, schema })));
  if (owner) return work([{ name: 'this service', url: owner }]);
  const database = await openDatabase(dataFolder);
  try {
    return await work(SCHEMAS.map((schema) => ({ name: nameOf(schema), url: database.urlsOf(schema).ownerUrl })));
  } finally {
    await database.stop();
  }
};

const nameOf = (schema: string): string => schema.replaceAll('_', '-');

const sentenceOf = (name: string, held: ReadOnly | null): string =>
  held === null ? `${name}: people can read and change.` : `${name}: read-only since ${sinceWords(held.since)}${held.planned ? ', as planned' : ''}. ${held.reason}`;

/** Turns read-only mode on or off for every process of the services, or tells how it stands. They know within five seconds; none is started again. */
export const turnReadOnly: Operation = async (asked) => {
  const wish = wishOf(asked);
  const by = asked.environment['USER'] ?? 'operator';
  const clock = asked.today ? clockOn(LocalDate(asked.today)) : systemClock;
  await withPlaces(asked, async (places) => {
    for (const { name, url, schema } of places) asked.write(sentenceOf(name, await (wish === undefined ? heldAt(url, schema) : turnAt(url, schema, wish, { by, at: clock.now() }))));
  });
  if (wish !== undefined) asked.write('Every process knows within 5 seconds.');
  return 0;
};
