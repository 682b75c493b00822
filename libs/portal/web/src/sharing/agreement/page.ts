import type { Agreement, AgreementLine, SharedField } from '../../api/sharing.js';
import type { Problem } from '../../api/problem.js';
import { type Table, dayCell, num, table } from '../../frame/table.js';
import { inLong } from '../../frame/moment.js';
import type { FormError, View } from '../../frame/view.js';
import { fullDate, longDate } from '../../words/dates.js';
import { listed } from '../../words/numbers.js';
import { DRAFT, GRANTS, SHARING, agreementActHref, versionHref } from '../addresses.js';
import { LEVELS, fieldWords, officeWords, purposeWords, stateWords, transformWords } from '../words.js';

type Act = Readonly<{ href: string; key: string }>;
export type AgreementPage = Readonly<{
  version: number; title: string; state: string; reviewLine: string; facts: readonly Readonly<{ key: Readonly<{ text: string }>; value: Readonly<{ text: string }> }>[];
  levels: readonly Readonly<{ heading: string; about: string; table: Table }>[]; leftOut: Table | null; never: readonly string[]; signatures: Table; versions: Table;
  sign: Act | null; review: (Act & Readonly<{ value: string; error: string | null }>) | null; endHref: string | null; discard: Act | null; draftHref: string | null; grantsHref: string | null; problem: Problem | null;
}>;

export type AgreementFacts = Readonly<{ agreement: Agreement; versions: readonly AgreementLine[]; seesGrants: boolean; key: string; problem?: Problem; typed?: string }>;

const fieldRow = ({ name, transform, justification }: SharedField) => [{ text: fieldWords(name), sub: name }, transformWords(transform), justification];
const FIELD_COLUMNS = ['What', 'How', 'Why'];

const levelsOf = ({ fields }: Agreement): AgreementPage['levels'] =>
  LEVELS.map(([level, heading, about]) => ({ heading, about, table: table(`${heading}: each field and why`, FIELD_COLUMNS, fields.filter((field) => field.level === level).map(fieldRow)) })).filter(({ table: { rows } }) => rows.length > 0);

const signatureTable = ({ signatures }: Agreement): Table =>
  table('Who signed, council by council', ['Council', 'Office', 'Signed by', 'On'], signatures.map(({ partyName, office, name, on }) => [partyName, officeWords(office), name ?? 'Not signed yet', on === null ? '' : dayCell(inLong(on))]));

const versionTable = (versions: readonly AgreementLine[], shown: number): Table =>
  table('Every version, newest first', ['Version', 'State', num('Fields')], versions.map((line) => [
    line.version === shown ? `Version ${String(line.version)}, shown here` : { text: `Version ${String(line.version)}`, href: versionHref(line.version) }, stateWords(line), String(line.fieldCount),
  ]));

const factsOf = ({ purposes, lawfulBasis, specialCategoryCondition, retentionRule, startsOn, endsOn }: Agreement): AgreementPage['facts'] =>
  Object.entries({
    'What for': listed(purposes.map(purposeWords)), 'The law': lawfulBasis, 'For sensitive facts': specialCategoryCondition, 'How long': retentionRule,
    'First day': fullDate(startsOn), 'Last day': endsOn === null ? 'None: until a council ends it' : fullDate(endsOn),
  }).map(([key, text]) => ({ key: { text: key }, value: { text } }));

type Acts = Pick<AgreementPage, 'sign' | 'review' | 'endHref' | 'discard' | 'draftHref'>;

/** What the person may do with the version now, as the service says. */
const actsOf = ({ agreement: { version, allowedCommands }, key, typed = '' }: AgreementFacts, error: string | null): Acts => {
  const when = <T>(command: (typeof allowedCommands)[number], act: T): T | null => (allowedCommands.includes(command) ? act : null);
  return {
    sign: when('sign', { href: agreementActHref(version, 'sign'), key }), discard: when('discard', { href: agreementActHref(version, 'discard'), key }), draftHref: when('draft', DRAFT), endHref: when('end', agreementActHref(version, 'end')),
    review: when('review', { href: agreementActHref(version, 'review'), key, value: typed, error }),
  };
};

const reviewErrorOf = (problem: Problem | undefined): string | null => problem?.errors?.find(({ field }) => field === 'reviewOn')?.sentence ?? null;

const leftOutOf = ({ leftOut }: Agreement): Table | null => (leftOut.length === 0 ? null : table('Fields that the version before named', FIELD_COLUMNS, leftOut.map(fieldRow)));

/** What leaves a council, how and why; who signed for it. Whoever may sign, review, end or draft finds it here. */
export const agreementPage = (facts: AgreementFacts): View<AgreementPage> => {
  const { agreement, versions, seesGrants, problem } = facts;
  const error = reviewErrorOf(problem);
  return {
    template: 'sharing/agreement/page.njk', title: 'What councils share', section: 'region', crumbs: [], ...(problem === undefined ? {} : { status: 422 }),
    errors: error === null ? [] : [{ text: error, href: '#reviewOn' } satisfies FormError],
    page: {
      version: agreement.version, title: agreement.title, state: stateWords(agreement), reviewLine: `It is looked at again by ${longDate(agreement.reviewOn)}.`, facts: factsOf(agreement), levels: levelsOf(agreement), never: agreement.never,
      leftOut: leftOutOf(agreement), signatures: signatureTable(agreement), versions: versionTable(versions, agreement.version), ...actsOf(facts, error), grantsHref: seesGrants ? GRANTS : null, problem: error === null ? (problem ?? null) : null,
    },
  };
};

export type EndPage = Readonly<{ version: number; action: string; key: string; backHref: string; problem: Problem | null }>;

/** Whether the council really ends it: for all four, and at once. */
export const endPage = (version: number, key: string, problem?: Problem): View<EndPage> => ({
  template: 'sharing/agreement/end.njk', title: 'End the agreement', section: 'region', crumbs: [{ text: 'What councils share', href: SHARING }, { text: `Version ${String(version)}`, href: versionHref(version) }], ...(problem === undefined ? {} : { status: 422 }),
  page: { version, action: agreementActHref(version, 'end'), key, backHref: versionHref(version), problem: problem ?? null },
});
