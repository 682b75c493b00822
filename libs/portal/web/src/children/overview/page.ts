import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRecord, ClockRule, Sibling } from '../../api/locality-hub.js';
import { carePicture, carePictureNotes } from '../../drawings/care/picture.js';
import { type CareFacts, careStory, careTables, homeWords } from '../../drawings/care/story.js';
import type { Drawings } from '../../drawings/svg.js';
import { type Moment, inFull, inShort } from '../../frame/moment.js';
import type { Cell } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { endWords, ethnicWords, legalWords, sexWords } from '../../words/codes.js';
import { longDate, timeOfDay } from '../../words/dates.js';
import { displayName, firstName } from '../../words/names.js';
import { counted, listed } from '../../words/numbers.js';
import { ALLOCATE, childHref } from '../addresses.js';
import { adoptionWords } from '../chronology/entry-words.js';
import { entryOf } from '../chronology/page.js';
import { type DueCell, type RuleCell, actionHref, actionOf, dueCell, ruleCell } from '../due-row.js';
import { ruleName } from '../findings/page.js';
import { type RecordFrame, recordView } from '../record.js';

type Span = Readonly<{ from: Moment; to: Moment | null; span: string }>;
export type Picture = Readonly<{
  title: string; notes: Readonly<{ wide: string; narrow: string }>; drawings: Drawings;
  legal: readonly (Span & Readonly<{ status: string }>)[]; homes: readonly (Span & Readonly<{ number: number; home: string; note: string | null }>)[]; also: readonly Readonly<{ text: string; href: string }>[];
}>;
export type Overview = Readonly<{
  attention: readonly Readonly<{ what: string; href: string; due: DueCell; rule: RuleCell | null }>[]; attentionEmpty: string; picture: Picture | null;
  facts: readonly Readonly<{ name: string; value: string }>[]; findings: readonly Readonly<{ rule: Cell; sentence: string }>[]; findingsLink: Readonly<{ words: string; href: string }>;
  latest: readonly Readonly<{ on: Moment; what: string; who: string | null }>[]; entries: number; chronologyHref: string; openedAt: string; accessHref: string | null;
  commands: readonly Readonly<{ text: string; href: string }>[]; restriction: Readonly<{ since: Moment; by: string; reason: string; named: string }> | null;
}>;

const FINDINGS_SHOWN = 5;

/** One child as we know it now, and how we came to know it. `seesAccess`: whether the person may know who has looked. */
export const overviewPage = (record: ChildRecord, clocks: readonly ClockRule[], today: LocalDate, seesAccess: boolean): View<RecordFrame & Overview> => {
  const { child } = record;
  return recordView('overview', 'Overview', child, today, {
    attention: record.due.map((due) => ({ what: actionOf(due.clock), href: actionHref(due.clock, child.id), due: dueCell(due, today), rule: ruleCell(due.clock, clocks) })),
    attentionEmpty: child.lookedAfter ? 'No date is known. Review dates start from the first day in care or from a review, and the files hold neither.' : 'Nothing is due, as the child is not in care now.',
    picture: pictureOf(record, today), facts: factsOf(record),
    findings: record.findings.slice(0, FINDINGS_SHOWN).map(({ rule, sentence }) => ({ rule: ruleName(rule), sentence })),
    findingsLink: { words: record.findings.length > FINDINGS_SHOWN ? `See all ${String(record.findings.length)} checks` : 'See the checks of the return', href: childHref(child.id, 'findings') },
    latest: record.latest.map(entryOf).map(({ on, what, who }) => ({ on, what, who })), entries: record.entries, chronologyHref: childHref(child.id, 'chronology'),
    openedAt: timeOfDay(record.openedAt), accessHref: seesAccess ? childHref(child.id, 'access') : null, commands: commandsOf(record),
    restriction: record.restriction === null ? null : { since: inFull(record.restriction.since), by: record.restriction.by, reason: record.restriction.reason, named: listed(record.restriction.named.map(({ name }) => name)) },
  });
};

const commandsOf = ({ child }: ChildRecord): Overview['commands'] =>
  child.allowedCommands.map((command) =>
    command === 'allocate' ? { text: 'Allocate a worker', href: `${ALLOCATE}?child=${child.id}` } : { text: child.restricted ? 'Change who may open this record' : 'Restrict this record', href: childHref(child.id, 'restriction') },
  );

const pictureOf = (record: ChildRecord, today: LocalDate): Picture | null => {
  const { child } = record;
  const facts: CareFacts = { called: firstName(child), born: child.born, today, asAt: child.asAt, care: record.care, legal: record.legal, homes: record.homes, workers: record.workers, reviews: record.reviews };
  const story = careStory(facts);
  if (story === null) return null;
  const tables = careTables(facts);
  const span = ({ from, to, span: lasted }: Readonly<{ from: LocalDate; to: LocalDate | null; span: string }>): Span => ({ from: inShort(from), to: to === null ? null : inShort(to), span: lasted });
  return {
    title: story.title, drawings: carePicture(story), notes: carePictureNotes(story, longDate(story.start), story.endLabel === 'Today' ? 'today' : longDate(story.end)),
    legal: tables.legal.map((row) => ({ ...span(row), status: row.status })), homes: tables.homes.map((row) => ({ ...span(row), number: row.number, home: row.home, note: row.note })),
    also: [
      { text: counted(record.workers.length, 'worker'), href: childHref(child.id, 'workers') },
      { text: counted(record.reviews.length, 'review'), href: childHref(child.id, 'reviews') },
      { text: counted(record.homes.length, 'home'), href: childHref(child.id, 'placements') },
    ],
  };
};

const factsOf = (record: ChildRecord): Overview['facts'] => {
  const { child } = record;
  const fact = (name: string, value: string | null): Overview['facts'] => (value === null ? [] : [{ name, value }]);
  return [
    ...fact('Lives with', livesWith(record)), ...fact('Legal status', legalFact(record)), ...fact('In care', careFact(record)), ...fact('Social worker', workerFact(record)),
    ...fact('Brothers and sisters', siblingsFact(record.siblings)), ...fact('Last review', lastReview(record)), ...fact('Adoption', adoptionFact(record)),
    ...fact('Sex', sexWords(record.sex)), ...fact('Ethnic group', ethnicWords(record.ethnicGroup)), ...fact('Unaccompanied', record.unaccompanied === true ? 'Came to this country without a parent' : null),
    ...fact('References', `${child.reference}; the council's number ${child.councilCode}`),
  ];
};

const livesWith = ({ homes, child }: ChildRecord): string | null => {
  const now = homes.findLast(({ to }) => to === null);
  if (now === undefined) return child.lookedAfter ? 'Not recorded' : null;
  return `${homeWords(now)}, since ${longDate(now.from)}${now.outsideAuthority === true ? '. Outside the council\'s area' : ''}`;
};

const legalFact = ({ legal, child }: ChildRecord): string | null => {
  const now = legal.findLast(({ to }) => to === null);
  return now === undefined ? (child.lookedAfter ? 'Not recorded' : null) : `${legalWords(now.status)}, since ${longDate(now.from)}`;
};

const careFact = ({ care }: ChildRecord): string => {
  const last = care.at(-1);
  if (last === undefined) return 'No time in care is on record';
  const since = `${last.startKnown ? 'Since' : 'Since, or before,'} ${longDate(last.from)}`;
  return last.to === null ? since : `Until ${longDate(last.to)}. ${endWords(last.reason) === 'not recorded' ? 'Why it ended is not recorded' : endWords(last.reason)}`;
};

const workerFact = ({ workers }: ChildRecord): string => {
  const now = workers.findLast(({ to }) => to === null);
  return now === undefined ? 'Not allocated' : `${now.name ?? now.registration ?? 'Not named'}, since ${longDate(now.from)}`;
};

const siblingsFact = (siblings: readonly Sibling[]): string =>
  siblings.length === 0 ? 'None are on record' : listed(siblings.map(siblingWords));

const siblingWords = (sibling: Sibling): string =>
  sibling.kind === 'restricted' ? `a child whose record does not open to you (${sibling.reference})` : `${displayName(sibling)}${sibling.sameHome ? ' in the same home' : ''}`;

const lastReview = ({ reviews }: ChildRecord): string | null => {
  const days = reviews.map(({ on }) => on).sort();
  const last = days.at(-1);
  return last === undefined ? null : longDate(last);
};

const adoptionFact = ({ adoption }: ChildRecord): string | null => {
  const last = adoption.at(-1);
  return last === undefined ? null : `${adoptionWords(last.fact)}, ${longDate(last.on)}`;
};
