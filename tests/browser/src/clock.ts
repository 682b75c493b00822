import { type Clock, Instant, dayInEngland } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import type { TestRegion } from '@permanence/testing/region';

/** Puts the clock of a running region to another time, from where it runs on. Its services were all given the same one. */
export const setClock = ({ region }: TestRegion, to: string): void => {
  const clock = region.services.portal.app.get<Clock>(CLOCK);
  const ahead = Date.parse(to) - Date.now();
  clock.now = () => Instant(new Date(Date.now() + ahead).toISOString());
  clock.today = () => dayInEngland(clock.now());
};

const MS_A_MINUTE = 60_000;

/** Lets time pass in a region. */
export const pass = (region: TestRegion, minutes: number): void => setClock(region, new Date(Date.parse(region.region.services.portal.app.get<Clock>(CLOCK).now()) + minutes * MS_A_MINUTE).toISOString());
