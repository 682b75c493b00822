import type { LocalDate } from '@permanence/kernel/values';
import type { ChildPlan, PlanClock, PlanLimb, PlanOption, PlanSigned, PlanStep, PlanVersion } from '../../api/plan.js';
import type { Cell, Table } from '../../frame/table.js';
import { table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { fullDate } from '../../words/dates.js';
import { dueSentence, dueWords } from '../../words/due.js';
import { sentence } from '../../words/numbers.js';
import { milestoneWords, routeWords } from '../../words/permanence.js';
import { chronologyHref, ruleHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';
import { planHref } from './addresses.js';
import { happenedWords } from './conflict-page.js';
import { COMMANDS, PLACES, placeWords, sideHint, sideStateWords, sideWords } from './words.js';

type Link = Readonly<{ text: string; href: string }>;
type NotNow = Readonly<{ what: string; sentence: string; code: string }>;
export type PlanPage = Readonly<{
  meanwhile: readonly string[];
  state: string; due: Readonly<{ words: string; late: boolean; ruleHref: string }> | null; missing: Readonly<{ sentence: string; code: string }> | null; twin: boolean; hidden: boolean;
  signatures: readonly Readonly<{ name: string; value: string }>[]; options: Table | null; steps: Table | null; sides: Table | null; now: readonly Link[]; notNow: readonly NotNow[]; chronologyHref: string;
}>;

/** A child's plan for permanence: where it stands, who signed, options, steps, the three sides of permanence, and what this person may do with it. `readsWords`: whether the role reads what people wrote; `meanwhile`: what was written since the person opened what they have just saved, theirs with it. */
export const planPage = (plan: ChildPlan, today: LocalDate, { readsWords, meanwhile = [] }: Readonly<{ readsWords: boolean; meanwhile?: readonly PlanVersion[] }>): View<RecordFrame & PlanPage> => {
  const { child, allowedCommands, status } = plan;
  const can = (command: keyof typeof COMMANDS): boolean => allowedCommands.some((allowed) => allowed.command === command && allowed.refusal === null);
  return recordView('plan', 'Plan for permanence', child, today, {
    // The plan is made here: the day of the council's files says nothing about it.
    asAt: null, meanwhile: meanwhile.map(happenedWords), state: stateWords(plan), due: dueOf(plan.clock, today), missing: plan.clock?.missing ?? null, twin: plan.proceedingsOpen, hidden: !readsWords && status !== 'none', signatures: signaturesOf(plan),
    options: plan.options.length === 0 ? null : optionsTable(plan.options), steps: plan.milestones.length === 0 ? null : stepsTable(plan, today, can('setMilestone')), sides: status === 'none' ? null : sidesTable(plan, can('recordLimb')),
    now: allowedCommands.filter(({ command, refusal }) => refusal === null && command !== 'recordLimb').map(({ command }) => ({ text: COMMANDS[command].words, href: planHref(child.id, COMMANDS[command].path) })),
    notNow: allowedCommands.flatMap(({ command, refusal }) => (refusal === null ? [] : [{ what: COMMANDS[command].words, sentence: refusal.sentence, code: refusal.code }])),
    chronologyHref: chronologyHref(child.id, { kind: 'plan' }),
  });
};

const stateWords = ({ status, identifiedOn, proposed, countersigned, agreed, achievedOn }: ChildPlan): string => {
  const on = (day: LocalDate | null | undefined): string => (day === null || day === undefined ? '' : ` on ${fullDate(day)}`);
  if (status === 'proposed') return `${agreed === null ? 'A plan was proposed' : 'A change of the plan was proposed'}${on(proposed?.on)}. ${countersigned === null ? 'The team manager has not countersigned it yet.' : 'It is countersigned. A review has not agreed it yet.'}`;
  return {
    none: 'There is no plan yet.', 'options-identified': `Options were named${on(identifiedOn)}. No plan has been proposed yet.`, agreed: `The plan was agreed at the review${on(agreed?.on)}.`, achieved: `The plan was achieved${on(achievedOn)}.`,
  }[status];
};

const WHY = 'That is the second review, or four months in care if they come first.';

const dueOf = (clock: PlanClock | null, today: LocalDate): PlanPage['due'] => {
  if (clock === null) return null;
  const start = clock.startKnown ? '' : ' The files do not hold the first day in care, so the day may be earlier.';
  const words = clock.metOn === null ? `A plan is to be agreed: ${dueSentence(clock.dueOn, today)}. ${WHY}${start}` : `It was due by ${fullDate(clock.dueOn)}, and agreed on ${fullDate(clock.metOn)}.`;
  return { words, late: clock.late, ruleHref: ruleHref(clock.clock) };
};

const by = ({ name, on }: PlanSigned): string => `${name ?? 'Somebody who has left'}, ${fullDate(on)}`;

const signaturesOf = ({ proposed, countersigned, agreed }: ChildPlan): PlanPage['signatures'] => [
  ...(proposed === null ? [] : [{ name: 'Proposed by', value: by(proposed) }, { name: 'Countersigned by', value: countersigned === null ? 'Nobody yet' : by(countersigned) }]),
  ...(agreed === null ? [] : [{ name: 'Agreed', value: `At the review on ${fullDate(agreed.on)}, with ${agreed.manager.name ?? 'a team manager'}` }]),
];

const optionsTable = (options: readonly PlanOption[]): Table =>
  table('Options, the main plan first', ['Option', 'Place in the plan', 'Why'], PLACES.flatMap(([place]) => options.filter(({ position }) => position === place)).map(({ route, position, reason }) => [routeWords(route), placeWords(position), reason ?? '']));

const stepsTable = ({ child, milestones }: ChildPlan, today: LocalDate, canMove: boolean): Table =>
  table('Steps, in the order in which they come', ['Step', 'Due', 'State', 'Who', 'In the way', ...(canMove ? [{ text: 'What to do', screenOnly: true }] : [])], milestones.map((step) => [
    { text: milestoneWords(step.code), ...(step.route === null ? {} : { sub: `for ${routeWords(step.route).toLowerCase()}` }) }, { text: fullDate(step.dueOn), iso: step.dueOn }, stepState(step, today),
    step.owner === null ? 'nobody named' : (step.owner.name ?? 'somebody who has left'), step.blocker ?? '', ...(canMove ? [{ text: 'Change', href: planHref(child.id, 'milestone', { step: step.code }), hidden: `step: ${milestoneWords(step.code)}` }] : []),
  ]));

const stepState = ({ doneOn, dueOn, late, fromRecord }: PlanStep, today: LocalDate): Cell => {
  if (doneOn === null) return { text: sentence(dueWords(dueOn, today).lead), late };
  return { text: `Done on ${fullDate(doneOn)}`, ...(fromRecord ? { sub: 'as the record says' } : {}) };
};

const sidesTable = ({ child, limbs }: ChildPlan, canRecord: boolean): Table =>
  table('The three sides of permanence', ['Side', 'State', 'What is to be reached', 'What shows it', ...(canRecord ? [{ text: 'What to do', screenOnly: true }] : [])], limbs.map((limb) => [
    { text: sideWords(limb.limb), sub: sideHint(limb.limb) }, sideStateWords(limb.status), limb.target ?? '', limb.evidence ?? '', ...(canRecord ? [recordCell(child.id, limb)] : []),
  ]));

const recordCell = (child: string, { limb }: PlanLimb): Cell => ({ text: 'Record', href: planHref(child, 'limb', { side: limb }), hidden: `how far the ${sideWords(limb).toLowerCase()} side is` });
