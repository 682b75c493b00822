import { type Day, birthday } from '../calendar.js';
import type { Episode } from '../care/episodes.js';
import type { Market } from '../care/market.js';
import type { Life } from '../life.js';
import type { Random } from '../random.js';
import { drawFamily } from './family.js';
import { drawPerson } from './person.js';
import type { Setting } from './population.js';

/** Disabled children who live at home and have short breaks under an agreement (V4) or singly recorded (V3); they are in no count. */
export const shortBreakLives = (setting: Setting, market: Market, firstNumber: number, random: Random): readonly Life[] =>
  Array.from({ length: Math.round(setting.lookedAfterNow * 0.02) }, (_, index) => {
    const number = firstNumber + index;
    const draw = random.fork('short breaks', number);
    const start = draw.between(setting.firstDay - 400, setting.today - 60);
    const end = start + draw.between(280, 1_300);
    const family = drawFamily({ council: setting.council, code: '', homes: setting.homes, unaccompanied: false }, draw);
    const birth = { code: `${setting.council.prefix}${10_000 + number}`, number, born: start - draw.between(5 * 365, 13 * 365), entered: start, familySize: 1 };
    const person = { ...drawPerson(family, birth, draw), motherSince: undefined, homePost: '' };
    const until = Math.min(end, birthday(person.born, 18));
    return { number, person, periods: [], shortBreaks: draw.chance(0.7) ? [agreement(start, until, market, draw)] : singleBreaks(start, until, market, draw), random: draw };
  });

const agreement = (from: Day, to: Day, market: Market, random: Random): Episode => ({ ...breakWith(market, random), from, to, status: 'V4', ceased: 'E8' });

/** A weekend or a few days every six to ten weeks, far from the limit of 75 days a year (rule 367). */
const singleBreaks = (start: Day, end: Day, market: Market, random: Random): readonly Episode[] => {
  const shape = breakWith(market, random);
  const breaks: Episode[] = [];
  for (let at = start; at + 5 < end; at += random.between(42, 70)) breaks.push({ ...shape, from: at, to: at + random.between(1, 4), status: 'V3', ceased: 'E4A' });
  return breaks;
};

/** Of short breaks the files tell neither postcodes nor the provider's number (rules 214, 398, 420). */
const breakWith = (market: Market, random: Random): Omit<Episode, 'from' | 'to' | 'status' | 'ceased'> => {
  const home = random.chance(0.4);
  const place = market.one(home ? 'ownHome' : 'own', random);
  return { newReason: 'S', need: 'N2', moveReason: '', stay: { ...place, post: '', urn: '', code: home ? 'K2' : 'U6', from: 0, sameCarer: false, reason: '' } };
};
