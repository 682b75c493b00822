import type { Month } from '@permanence/kernel/values';
import type { Listed, Person } from './people.js';

type Figure = Readonly<{ id: string; measure: string; value: number | null; commentaryAsked: boolean }>;

type Said = Readonly<{ reason: string; action: string }>;

/** Why a figure moves and what is done, whichever way it went. */
const SAID: Readonly<Record<string, Said>> = {
  'ado-children-waiting': { reason: 'Placement orders come close together, and families for brothers and sisters are few.', action: 'Two searches with the other councils began this month.' },
  'ado-hard-to-place-waiting': { reason: 'Most of them are brothers and sisters who are to stay together.', action: 'Each is talked about at every meeting on the region’s tracker.' },
  'ado-children-adopted': { reason: 'Final hearings come in groups, so one year differs much from another.', action: 'The court and the council plan hearings together now.' },
  'fos-unplanned-endings-carer-request': { reason: 'Carers asked for moves at short notice, most of them at a weekend.', action: 'The support line answers at weekends from next month.' },
  'fos-unplanned-endings-other': { reason: 'The number is small, and each ending has a story of its own.', action: 'Each is reviewed within two weeks with the carers.' },
  'rth-re-entry-within-6-months': { reason: 'Families went home with too little support in the first weeks.', action: 'Each return home now has a plan for six months.' },
  'rec-placement-change-24h-percentage': { reason: 'Moves at weekends are entered on Mondays.', action: 'Duty workers enter them on the day from now on.' },
  'cla-visits-in-timescale-percentage': { reason: 'Four posts are vacant in the teams.', action: 'Two workers start next month; managers look at the list each Monday.' },
  'cla-initial-health-assessment-percentage': { reason: 'The clinic had few free appointments.', action: 'A second clinic each week is agreed.' },
  'sgo-share-of-care-exits-percentage': { reason: 'The number is small, so a few families move it.', action: 'Nothing more is needed now.' },
};

const MOST = 3;

const trendOf = ({ measure, value }: Figure): string => `It stands at ${value}${measure === 'percentage' ? '%' : ''}, more than a tenth away from what it usually is.`;

/** Says why, of the first few figures of a month that moved by more than a tenth and of which nothing is said yet. */
export const comment = async (person: Person, authority: string, month: Month): Promise<void> => {
  const { items } = await person.ask<Listed<Figure>>('GET', `regional-hub/v1/indicators?authority=${authority}&month=${month}&limit=200`);
  const asked = items.filter(({ id, commentaryAsked }) => commentaryAsked && SAID[id] !== undefined).slice(0, MOST);
  for (const figure of asked) await person.ask('POST', `regional-hub/v1/indicators/${figure.id}/commentary`, { authority, month, trend: trendOf(figure), ...SAID[figure.id] });
};
