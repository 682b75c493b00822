import { type Day, type Period, ageOn, plusMonths } from './days.js';
import { type Counter, oneIf, within } from './counter.js';
import type { Life, Step } from './life.js';

/** What begins with one step and ends with any of some others, the next of them. */
type Spell = Readonly<{ from: Day; to?: Day; step: Step }>;

const DECIDED = 'adoption.should-be-placed-decided';
const CHANGED_AWAY = 'adoption.plan-changed-away';
const ADOPTED = 'adoption.order-made';

/** Goes through a child's steps day by day; on one day an end comes before a beginning, unless the end is of what began. */
const spellsOf = ({ steps }: Life, begins: string, ends: readonly string[], isEndedOnItsDay = false): readonly Spell[] =>
  steps.filter(({ fact }) => fact === begins).map((step): Spell => {
    const end = steps.find(({ fact, on }) => ends.includes(fact) && (isEndedOnItsDay ? on >= step.on : on > step.on));
    return { from: step.on, step, ...(end === undefined ? {} : { to: end.on }) };
  });

const isOpen = ({ from, to }: Spell, day: Day): boolean => from <= day && (to === undefined || to > day);

/** A decision holds until the plan changes away from it or the child is adopted, be it on the same day. */
const plansOf = (life: Life): readonly Spell[] => spellsOf(life, DECIDED, [CHANGED_AWAY, ADOPTED], true);
const placementsOf = (life: Life): readonly Spell[] => spellsOf(life, 'adoption.child-placed', ['adoption.placement-ended', 'adoption.placement-disrupted', ADOPTED]);
const ordersOf = (life: Life): readonly Spell[] => spellsOf(life, 'adoption.court-authority-obtained', ['adoption.court-authority-ended']);

const isPlaced = (life: Life, day: Day): boolean => placementsOf(life).some((spell) => isOpen(spell, day));
const isWaiting = (life: Life, day: Day): boolean => plansOf(life).some((spell) => isOpen(spell, day)) && !isPlaced(life, day);
const stepsInYear = ({ steps }: Life, fact: string, period: Period): readonly Step[] => steps.filter((step) => step.fact === fact && within(step.on, period.year, period));

const WHITE_OR_NOT_SAID: ReadonlySet<string> = new Set(['WBRI', 'WIRI', 'WOTH', 'REFU', 'NOBT']);

/** Harder to place: aged 5 or over on one day, of a minority, or by what the record says on another day: disabled, with brothers or sisters, a reason of the council's. */
const isHarderToPlace = ({ born, ethnicity, needs }: Life, on: Day, recordedOn: Day): boolean => {
  const said = needs.filter((each) => each.on <= recordedOn);
  const disabilities = said.findLast((each) => each.disabilities !== undefined)?.disabilities ?? [];
  const reasons = said.findLast((each) => each.reasons !== undefined)?.reasons ?? [];
  return (born !== undefined && ageOn(born, on) >= 5) || (ethnicity !== undefined && !WHITE_OR_NOT_SAID.has(ethnicity)) || disabilities.some((code) => code !== 'NONE') || reasons.length > 0;
};

/** Harder to place on the day of the decision that led to the order; before the council kept such a record, by what it said first. */
const harderToPlaceAdopted: Counter = (life, period, { disabilityKept = '9999-12-31' }) => {
  const ordered = stepsInYear(life, ADOPTED, period)[0]?.on;
  const decided = life.steps.findLast(({ fact, on }) => fact === DECIDED && ordered !== undefined && on <= ordered)?.on;
  return oneIf(decided !== undefined && isHarderToPlace(life, decided, decided > disabilityKept ? decided : disabilityKept));
};

/** Whether a child waited more than 18 months under an order: placed in this year or not at all yet, and late or still waiting. */
const waitedLong = (life: Life, { from, to }: Spell, { on, year }: Period): boolean => {
  const entered = life.care.findLast((care) => care.from <= from && (care.to === undefined || care.to >= from))?.from;
  if (entered === undefined) return false;
  const placed = life.steps.find((step) => step.fact === 'adoption.child-placed' && step.on >= entered && step.on <= on)?.on;
  const waitedTo = [placed, to, on].filter((day) => day !== undefined).sort()[0] ?? on;
  return (placed === undefined || placed >= year) && waitedTo > plusMonths(entered, 18);
};

const waits: Counter = (life, period) => {
  const inForce = ordersOf(life).filter(({ from, to }) => from <= period.on && (to === undefined || to > period.year));
  return oneIf(inForce.length > 0, inForce.some((order) => waitedLong(life, order, period)));
};

const RECONSIDERED: ReadonlySet<string> = new Set(['RD1', 'RD2', 'RD3', 'RD4']);

/** Children on the way to adoption. */
export const ADOPTION: Readonly<Record<string, Counter>> = {
  'ado-children-adopted': (life, period) => oneIf(stepsInYear(life, ADOPTED, period).length > 0),
  'ado-decision-changed-away': (life, period) => oneIf(stepsInYear(life, CHANGED_AWAY, period).some(({ reason = '' }) => RECONSIDERED.has(reason))),
  'ado-children-waiting': (life, { on }) => oneIf(isWaiting(life, on)),
  'ado-children-waiting-placement-order': (life, { on }) => oneIf(ordersOf(life).some((order) => isOpen(order, on)) && !isPlaced(life, on)),
  'ado-waiting-over-18-months-count': waits,
  'ado-waiting-over-18-months-percentage': waits,
  'ado-best-interest-decisions': (life, period) => ({ of: stepsInYear(life, DECIDED, period).length, all: 0 }),
  'ado-children-placed-outside-boundary': (life, { on }) => oneIf(placementsOf(life).some((spell) => isOpen(spell, on) && spell.step.outside === true)),
  'ado-adoptions-hard-to-place': harderToPlaceAdopted,
  'ado-hard-to-place-waiting': (life, { on }) => oneIf(isWaiting(life, on) && isHarderToPlace(life, on, on)),
};
