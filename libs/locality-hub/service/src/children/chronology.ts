import { Instant } from '@permanence/kernel/values';
import type { Uuid } from '@permanence/kernel/values';
import { type Fact, type FactType, type ModuleName, factsOfType } from '@permanence/locality-hub/domain';
import { workerName } from './child.views.js';
import type { ByDto, ChronologyCorrectionDto, ChronologyEntryDto, ChronologyKind } from './record.dto.js';
import type { LoggedLine, WorkerOfChild } from './record.store.js';
import { personOf } from './record.views.js';

type ChildEventType = FactType | 'record-restricted' | 'record-restriction-changed' | 'record-unrestricted' | 'stated-row-withdrawn';
type Told = Readonly<{ kind: ChronologyKind; module: ModuleName | null }>;

/** Under what each event of a child stands, and the module of the return that states it. A new kind of event does not compile until it has its place. */
const TOLD: Readonly<Record<ChildEventType, Told>> = {
  'child-updated': { kind: 'person', module: 'Header' },
  'child-named': { kind: 'person', module: 'Names' },
  'care-period-started': { kind: 'care', module: 'Episodes' },
  'care-period-ended': { kind: 'care', module: 'Episodes' },
  'care-episode-changed': { kind: 'care', module: 'Episodes' },
  'legal-status-changed': { kind: 'legal', module: 'Episodes' },
  'placement-started': { kind: 'home', module: 'Episodes' },
  'placement-ended': { kind: 'home', module: 'Episodes' },
  'short-break-started': { kind: 'home', module: 'Episodes' },
  'short-break-ended': { kind: 'home', module: 'Episodes' },
  'review-held': { kind: 'review', module: 'Reviews' },
  'missing-episode-started': { kind: 'missing', module: 'Missing' },
  'missing-episode-ended': { kind: 'missing', module: 'Missing' },
  'social-worker-allocated': { kind: 'worker', module: 'SWEpisodes' },
  'social-worker-allocation-ended': { kind: 'worker', module: 'SWEpisodes' },
  'care-leaver-status-recorded': { kind: 'person', module: 'OC3' },
  'health-year-recorded': { kind: 'person', module: 'OC2' },
  'deprivation-of-liberty-started': { kind: 'legal', module: 'DoLo' },
  'deprivation-of-liberty-ended': { kind: 'legal', module: 'DoLo' },
  'adopters-recorded': { kind: 'adoption', module: 'AD1' },
  'outside-fact-recorded': { kind: 'adoption', module: null },
  'characteristics-recorded': { kind: 'person', module: null },
  'placement-move-recorded': { kind: 'home', module: null },
  'statutory-visit-recorded': { kind: 'visit', module: null },
  'health-assessment-completed': { kind: 'health', module: null },
  'dental-check-completed': { kind: 'health', module: null },
  'sdq-scored': { kind: 'health', module: null },
  'pep-reviewed': { kind: 'learning', module: null },
  'education-status-changed': { kind: 'learning', module: null },
  'leaving-care-status-changed': { kind: 'leaving-care', module: null },
  'pathway-plan-reviewed': { kind: 'leaving-care', module: null },
  'permanence-options-identified': { kind: 'plan', module: null },
  'permanence-option-placed': { kind: 'plan', module: null },
  'permanence-plan-proposed': { kind: 'plan', module: null },
  'permanence-plan-countersigned': { kind: 'plan', module: null },
  'permanence-limb-recorded': { kind: 'plan', module: null },
  'permanence-plan-set': { kind: 'plan', module: null },
  'permanence-plan-changed': { kind: 'plan', module: null },
  'permanence-milestone-moved': { kind: 'plan', module: null },
  'permanence-achieved': { kind: 'plan', module: null },
  'permanence-broken-down': { kind: 'plan', module: null },
  'record-restricted': { kind: 'restriction', module: null },
  'record-restriction-changed': { kind: 'restriction', module: null },
  'record-unrestricted': { kind: 'restriction', module: null },
  'stated-row-withdrawn': { kind: 'import', module: null },
};

/** Every kind of event that a child's chronology can hold. */
export const CHRONOLOGY_EVENTS: readonly string[] = Object.keys(TOLD).map((type) => `locality-hub.${type}`);

const isTold = (type: string): type is ChildEventType => Object.hasOwn(TOLD, type);

/** While a newer version of the service runs beside this one, it may record what this one has no place for: the record opens all the same. */
const toldOf = (type: string): Told => (isTold(type) ? TOLD[type] : { kind: 'import', module: null });

/** What the words of an entry need beside its own event. */
export type Telling = Readonly<{ facts: readonly Fact[]; workers: readonly WorkerOfChild[]; freeText: boolean }>;

/** Entries in the order in which they were recorded; each correction stands in the entry that it mends, however many came before it. */
export const entriesOf = (events: readonly LoggedLine[], telling: Telling): ChronologyEntryDto[] => {
  const rootOf = new Map<Uuid, Uuid>();
  const entries = new Map<Uuid, ChronologyEntryDto>();
  for (const event of events) {
    const root = event.corrects === null ? event.eventId : (rootOf.get(event.corrects) ?? event.corrects);
    rootOf.set(event.eventId, root);
    if (event.corrects === null) entries.set(root, entryOf(event, telling));
    // Without its entry a correction belongs to one that was not asked for.
    else entries.get(root)?.corrections.push(correctionOf(event, telling));
  }
  return [...entries.values()];
};

const entryOf = (event: LoggedLine, telling: Telling): ChronologyEntryDto => ({
  id: event.eventId, type: `locality-hub.${event.type}`, kind: toldOf(event.type).kind, on: event.effectiveOn, recordedAt: Instant(new Date(event.recordedAt).toISOString()), by: byOf(event), source: sourceOf(event), data: dataOf(event, telling), corrections: [],
});

const correctionOf = (event: LoggedLine, telling: Telling): ChronologyCorrectionDto => ({
  recordedAt: Instant(new Date(event.recordedAt).toISOString()), by: byOf(event), withdrawn: event.withdrawn, source: sourceOf(event), data: dataOf(event, telling),
});

/** A fact of a file is recorded by whoever loaded it. */
const byOf = ({ byName, byRole, importedBy }: LoggedLine): ByDto | null => {
  if (byRole !== null) return { name: byName ?? '', role: byRole };
  return importedBy === null ? null : { name: importedBy, role: 'performance-officer' };
};

const sourceOf = ({ type, data, files }: LoggedLine): string | null => {
  const { module } = data['withCare'] === true ? TOLD['care-period-ended'] : toldOf(type);
  const all = files ?? [];
  const stating = all.filter((file) => module === null || file.module === module);
  // A fact may change because of another module's row: then every file of the import stands for it.
  return (stating.length > 0 ? stating : all).map(({ name }) => name).join(', ') || null;
};

/** What no page shows: where a child lives is shown as a district, never as a postcode, and a row as its module and year. */
const HIDDEN = new Set(['postcode', 'cells', 'key']);

/** What people wrote is for those who may read it: why, what stands in the way, what is to be reached and what shows it. */
const WRITTEN = new Set(['reason', 'reasons', 'blocker', 'target', 'evidence', 'steps', 'milestones']);

const isShown = (name: string, { freeText }: Telling): boolean => !HIDDEN.has(name) && (freeText || !WRITTEN.has(name));

const dataOf = ({ type, data }: LoggedLine, telling: Telling): Readonly<Record<string, unknown>> => {
  if (!isTold(type)) return {};
  // The reason of a fact is a code of the return; only the reason that a person gave is free text.
  const shown = Object.fromEntries(Object.entries(data).filter(([name]) => isShown(name, { ...telling, freeText: telling.freeText || type === 'outside-fact-recorded' })));
  return TOLD[type].kind === 'worker' ? { ...shown, ...workerNameOf(data, telling) } : shown;
};

const workerNameOf = (data: Readonly<Record<string, unknown>>, { facts, workers }: Telling): Readonly<{ workerName?: string }> => {
  const named = data['from'] === undefined ? factsOfType(facts, 'social-worker-allocated').find((fact) => fact.data.allocationId === data['allocationId'])?.data : data;
  const person = named && personOf(workers, named as Readonly<{ workerId?: unknown; swRegistration?: unknown }>);
  return person === undefined ? {} : { workerName: workerName(person.forename, person.surname) };
};

/** Newest or oldest first by the day on which it happened, then as recorded. `events` come as recorded, so that equal days keep that order. */
export const inOrder = (entries: readonly ChronologyEntryDto[], order: 'new' | 'old'): ChronologyEntryDto[] => {
  const oldest = entries.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  return order === 'old' ? oldest : oldest.reverse();
};
