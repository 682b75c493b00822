import { type Day, ageOn } from '../calendar.js';
import { ENTRY_AGES, FAMILY_SIZES, needFor, routeFor } from '../care/entry.js';
import type { CarePlan, Route } from '../care/plan.js';
import { planCare } from '../care/routes.js';
import type { Council } from '../councils.js';
import type { Random } from '../random.js';
import { type Family, drawFamily } from './family.js';
import { type Person, drawPerson } from './person.js';
import { stockOn } from './stock.js';

/** A child with every period of care as planned; a period that ends after today is still open. */
export type Member = Readonly<{ number: number; person: Person; family: Family; plans: CarePlan[] }>;

export type Setting = Readonly<{ council: Council; homes: readonly string[]; firstDay: Day; today: Day; lookedAfterNow: number }>;

/** Fifteen years before the first collection: by then the stock is as old as in life. */
const RUN_UP = 15 * 365;
const STEP = 28;

/** Lets families come into care step by step, as many as keep the number looked after at its course; it is exact today. */
export const populate = (setting: Setting, random: Random): readonly Member[] => {
  const population = new Population(setting, random);
  const steps = Math.ceil((setting.today - setting.firstDay + RUN_UP) / STEP);
  for (let left = steps - 1; left >= 0; left -= 1) population.step(setting.today - left * STEP);
  return population.members;
};

type Return = Readonly<{ due: Day; member: Member; plan: CarePlan }>;

class Population {
  readonly members: Member[] = [];
  #open: CarePlan[] = [];
  #returns: Return[] = [];

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
  ) {}

  /** The 28 days that end on `to`. */
  step(to: Day): void {
    this.#open = this.#open.filter(({ end }) => end > to);
    const wanted = stockOn(to, this.setting);
    this.#comeBack(to, wanted);
    while (this.#open.length < wanted) this.#enter(to, wanted - this.#open.length);
  }

  #comeBack(to: Day, wanted: number): void {
    const due = this.#returns.filter((each) => each.due <= to).slice(0, Math.max(0, wanted - this.#open.length));
    this.#returns = this.#returns.filter((each) => !due.includes(each));
    for (const { member, plan, due: day } of due) {
      const start = Math.max(day, to - STEP + 1);
      const age = ageOn(member.person.born, start);
      if (age >= 17) continue;
      const route: Route = plan.route === 'remand' || age > 12 ? 'accommodated' : 'proceedings';
      this.#admit(member, start, route, plan.need, to);
    }
  }

  #enter(to: Day, room: number): void {
    const { council, homes } = this.setting;
    const number = this.members.length + 1;
    const draw = this.random.fork('family', number);
    const unaccompanied = draw.chance(council.unaccompanied);
    const family = drawFamily({ council, code: `${council.prefix}F${10_000 + number}`, homes, unaccompanied }, draw);
    const size = unaccompanied ? 1 : Math.min(draw.weighted(FAMILY_SIZES), room);
    const start = draw.between(to - STEP + 1, to);
    const [youngest, oldest] = unaccompanied ? [15, 17] : draw.weighted(ENTRY_AGES);
    const age = draw.between(youngest * 365 + 2, oldest * 365 + 350);
    const route = unaccompanied ? 'unaccompanied' : routeFor(Math.floor(age / 365.25), draw);
    const need = needFor(route, draw);
    const children = route === 'remand' || route === 'relinquished' ? 1 : size;
    births(start - age, children, start, draw).forEach((born) => {
      const serial = this.members.length + 1;
      const person = drawPerson(family, { code: `${council.prefix}${10_000 + serial}`, number: serial, born, entered: start, familySize: children }, this.random.fork('person', serial));
      const member = { number: serial, person, family, plans: [] };
      this.members.push(member);
      this.#admit(member, start, route, need, to);
    });
  }

  #admit(member: Member, start: Day, route: Route, need: string, to: Day): void {
    const draw = this.random.fork('plan', member.number, member.plans.length);
    const plan = planCare({ start, born: member.person.born, route, need }, draw);
    member.plans.push(plan);
    if (plan.end > to) this.#open.push(plan);
    const back = RETURN_RATES[plan.leaving] ?? 0;
    if (draw.chance(back)) this.#returns.push({ due: plan.end + 20 + draw.wait(150), member, plan });
  }
}

/** How many of those who leave in this way are looked after again. */
const RETURN_RATES: Readonly<Record<string, number>> = { E4A: 0.16, E4B: 0.26, E13: 0.16, E14: 0.12 };

/** The eldest, then brothers and sisters up to three years apart, a few of them twins. */
const births = (eldest: Day, count: number, entry: Day, draw: Random): readonly Day[] => {
  const days = [eldest];
  while (days.length < count) {
    const last = days.at(-1) ?? eldest;
    const next = draw.chance(0.05) ? last : last + draw.between(330, 1_200);
    if (next >= entry - 2) break;
    days.push(next);
  }
  return days;
};
