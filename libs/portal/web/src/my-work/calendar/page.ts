import type { Calendar } from '../../api/locality-hub.js';
import { type Moment, dayInFull, inFull } from '../../frame/moment.js';
import type { View } from '../../frame/view.js';
import { CALENDAR, HOME } from '../addresses.js';

export type CalendarModel = Readonly<{ madeOn: Moment | null; opensUntil: Moment | null; address: string | null; makeAction: string; dropAction: string }>;

/** A person's address for a calendar program. `address` is shown once: when it was made just now. */
export const calendarPage = ({ madeAt, opensUntil }: Calendar, address: string | null): View<CalendarModel> => ({
  template: 'my-work/calendar/page.njk', title: 'Your dates in a calendar', section: 'my-work', crumbs: [{ text: 'My work', href: HOME }],
  page: { madeOn: madeAt === null ? null : dayInFull(madeAt), opensUntil: opensUntil === null ? null : inFull(opensUntil), address, makeAction: CALENDAR, dropAction: `${CALENDAR}/drop` },
});
