import { type LocalDate, type Month, REGION } from '@permanence/kernel/values';
import type { DemonstrationCouncil } from '../council.js';
import { DEMONSTRATION } from '../demonstration.js';
import { loadYear } from '../load-year.js';
import { portalOf } from '../portal.client.js';
import { comment } from './commentary.js';
import { LATE_COUNCIL, collectionOfLate, frozenMonths } from './late-reviews.js';
import type { Listed, People, Person } from './people.js';
import { until } from './until.js';

type Line = Readonly<{ month: Month; status: 'frozen' | 'open' }>;
type Restated = Readonly<{ indicator: string; restated: object; reason: object | null }>;
type Figure = Readonly<{ id: string; status: string }>;

const HUB = 'regional-hub/v1';

const isFrozen = async (person: Person, authority: string, month: Month): Promise<boolean> =>
  (await person.ask<Listed<Line>>('GET', `${HUB}/packs?authority=${authority}&limit=500`)).items.some((line) => line.month === month && line.status === 'frozen');

/** Comments on a month and freezes it, unless it is frozen. */
const freeze = async (person: Person, authority: string, month: Month): Promise<void> => {
  if (await isFrozen(person, authority, month)) return;
  await comment(person, authority, month);
  await person.ask('POST', `${HUB}/packs/${authority}/${month}/freeze`);
};

const VISITS = 'cla-visits-in-timescale-percentage';

/** What a council keeps here reaches the figures last: then all of it is counted. A pack shows every council, so all are waited for. */
const allCounted = async (person: Person, month: Month): Promise<void> => {
  for (const { authority } of DEMONSTRATION) {
    await until(`The figures of ${authority}`, async () => {
      const { items } = await person.ask<Listed<Figure>>('GET', `${HUB}/indicators?authority=${authority}&month=${month}&limit=200`);
      return items.find(({ id }) => id === VISITS)?.status === 'value' ? true : undefined;
    });
  }
};

const WHY = 'Some reviews were written down only after the month was frozen: their minutes came late.';

/** The reviews that came late are loaded, and the officer says why figures of a frozen month are others now. */
const putRight = async (officer: Person, council: DemonstrationCouncil, today: LocalDate): Promise<void> => {
  const portal = portalOf(officer, council.authority);
  const late = council.years.find(({ year }) => year === collectionOfLate(today));
  if (late === undefined) return;
  if ((await portal.loadedYears()).get(late.year) === 1) await loadYear(portal, council, late);
  const path = `${HUB}/packs/${council.authority}/${frozenMonths(today).tooSoon}/restatements`;
  for (const { indicator } of (await settled(officer, path)).filter(({ reason }) => reason === null)) await officer.ask('POST', path, { indicator, reason: WHY });
};

/** What differs, once it is the same at two looks. */
const settled = async (officer: Person, path: string): Promise<readonly Restated[]> => {
  let before = '';
  return until('The restatement', async () => {
    const { items } = await officer.ask<Listed<Restated>>('GET', path);
    const now = JSON.stringify(items);
    const isSettled = items.length > 0 && now === before;
    before = now;
    return isSettled ? items : undefined;
  });
};

/** One council freezes a month, learns of late reviews, says why its figures are others now, and freezes the next month; the region freezes that one too. */
export const keepPacks = async (people: People, council: DemonstrationCouncil, today: LocalDate): Promise<void> => {
  const { tooSoon, afterwards } = frozenMonths(today);
  const [officer, head] = await Promise.all([people('performance-officer', LATE_COUNCIL), people('regional-head-of-operations', REGION)]);
  await allCounted(head, tooSoon);
  await freeze(officer, LATE_COUNCIL, tooSoon);
  await putRight(officer, council, today);
  await freeze(officer, LATE_COUNCIL, afterwards);
  await freeze(head, REGION, afterwards);
};
