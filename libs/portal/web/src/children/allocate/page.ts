import type { LocalDate } from '@permanence/kernel/values';
import type { AllocationResults, Worker } from '../../api/locality-hub.js';
import type { Problem } from '../../api/problem.js';
import { type Moment, inFull } from '../../frame/moment.js';
import type { FormError, View } from '../../frame/view.js';
import { HOME, type ProblemPage } from '../../problems/problem/page.js';
import { displayName } from '../../words/names.js';
import { counted } from '../../words/numbers.js';
import { CHILDREN, childHref, childrenHref } from '../addresses.js';

export type AllocateForm = Readonly<{ childIds: readonly string[]; workerId: string; from: string }>;
type ChildName = Readonly<{ id: string; name: string; reference: string; now: string | null }>;
export type AllocateModel = Readonly<{
  step: 'choose' | 'preview' | 'done'; heading: string; key: string; form: AllocateForm; today: string; children: readonly ChildName[];
  workers: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; fieldErrors: Readonly<Record<string, string>>; problem: Problem | null;
  preview: Readonly<{ worker: string; from: Moment; willChange: number; rows: readonly Readonly<{ name: string; href: string; reference: string; now: string; becomes: string; refusal: string | null }>[] }> | null; listHref: string;
  /** Of children who are no longer this manager's to see. */
  elsewhere: string | null;
}>;

/** A child's name stands in the heading, never in the browser's title. */
const view = (heading: string, model: Omit<AllocateModel, 'heading' | 'listHref' | 'elsewhere'> & Readonly<{ elsewhere?: string }>, errors: readonly FormError[] = [], title = heading): View<AllocateModel> => ({
  template: 'children/allocate/page.njk', title, section: 'children', crumbs: [{ text: 'Children', href: CHILDREN }], errors, page: { elsewhere: null, ...model, heading, listHref: childrenHref({ scope: 'not-allocated' }) },
});

const FIELDS = ['workerId', 'from', 'childIds'] as const;
const ANCHOR: Readonly<Record<string, string>> = { workerId: '#workerId', from: '#from', childIds: '#chosen' };

/** Who shall be the worker of whom, from when. A problem of the service stands at its field, what was chosen is kept. */
export const allocatePage = (facts: Readonly<{ children: readonly ChildName[]; workers: readonly Worker[]; today: LocalDate; form: AllocateForm; gone?: number; problem?: Problem }>): View<AllocateModel> => {
  const { form, problem, gone = 0 } = facts;
  const named = (problem?.errors ?? []).filter(({ field }) => FIELDS.some((known) => known === field));
  return view(
    facts.children.length === 1 ? `Allocate a worker to ${facts.children[0]?.name ?? ''}` : `Allocate a worker to ${counted(facts.children.length, 'child', 'children')}`,
    {
      step: 'choose', key: '', form, today: facts.today, children: facts.children, preview: null, problem: named.length > 0 ? null : (problem ?? null),
      workers: [{ value: '', text: 'Choose a worker', selected: form.workerId === '' }, ...facts.workers.map((worker) => ({ value: worker.id, text: workerWords(worker), selected: worker.id === form.workerId }))],
      fieldErrors: Object.fromEntries(named.map(({ field, sentence }) => [field, sentence])), ...goneWords(gone),
    },
    named.map(({ field, sentence }) => ({ text: sentence, href: ANCHOR[field] ?? '#chosen' })),
    'Allocate a worker',
  );
};

/** Of children who were asked for and are not on this manager's list. */
const goneWords = (gone: number): Readonly<{ elsewhere?: string }> => (gone === 0 ? {} : { elsewhere: `${counted(gone, 'child', 'children')} you chose ${gone === 1 ? 'is' : 'are'} not on your list now, and ${gone === 1 ? 'is' : 'are'} left out here.` });

/**
 * All the children who were asked for are out of this manager's reach: as a rule since they were allocated a moment ago and somebody came back to an earlier page.
 * @param worker the name of the worker who was chosen, when one was
 */
export const outOfReach = (gone: number, worker: string | undefined): View<ProblemPage> => ({
  template: 'problems/problem/page.njk', title: 'Not on your list now', section: 'children', crumbs: [{ text: 'Children', href: CHILDREN }], status: 404,
  page: {
    heading: gone === 1 ? 'This child is not on your list now' : 'These children are not on your list now', code: null,
    sentences: [
      `${worker === undefined ? 'You may have allocated a worker already.' : `You may have allocated ${worker} already.`} A child whose worker is in another team goes to that team, and leaves your list.`,
      `Nothing has changed since. If ${gone === 1 ? 'the child' : 'a child'} should be on your list, ask the team that holds the record.`,
    ],
    links: [{ text: 'Next: children who are not allocated', href: childrenHref({ scope: 'not-allocated' }) }, HOME],
  },
});

/** `Nadia Ferris, Moorlands, 14 children`. */
const workerWords = ({ name, team, children }: Worker): string => [name, ...(team === null ? [] : [team]), counted(children, 'child', 'children')].join(', ');

export type Allocated = ChildName & Readonly<{ workerId: string | null }>;

/** What became of each child: whose it is now. `gone` went to another team with the worker, and out of this manager's sight. */
export const allocationDone = (worker: Pick<Worker, 'id' | 'name'>, children: readonly Allocated[], gone: number, from: LocalDate): View<AllocateModel> => {
  const done = children.filter(({ workerId }) => workerId === worker.id).length + gone;
  const rows = children.map(({ id, name, reference, now, workerId }) => ({ name, href: childHref(id), reference, now: '', becomes: now ?? 'Not allocated', refusal: workerId === worker.id ? null : 'Not changed.' }));
  return view(`${worker.name} is now the worker of ${counted(done, 'child', 'children')}`, {
    step: 'done', key: '', form: { childIds: [], workerId: worker.id, from }, today: from, children: [], workers: [], fieldErrors: {}, problem: null, preview: { worker: worker.name, from: inFull(from), willChange: done, rows },
    ...(gone === 0 ? {} : { elsewhere: `${counted(gone, 'child', 'children')} went to the worker's own team, and ${gone === 1 ? 'is' : 'are'} no longer on your list.` }),
  }, [], 'Worker allocated');
};

/** What will happen to each child, the refused ones with their reason, before anything does. */
export const allocationPreview = ({ worker, results }: AllocationResults, form: AllocateForm, from: LocalDate, key: string, gone = 0): View<AllocateModel> =>
  view('Check before you allocate', {
    step: 'preview', key, form, today: from, children: [], workers: [], fieldErrors: {}, problem: null, ...goneWords(gone),
    preview: {
      worker: worker.name, from: inFull(from), willChange: results.filter(({ refusal }) => refusal === null).length,
      rows: results.map((row) => ({
        name: displayName(row), href: childHref(row.childId), reference: row.reference, now: row.now ?? 'Not allocated', becomes: row.refusal === null ? worker.name : (row.now ?? 'Not allocated'), refusal: row.refusal?.sentence ?? null,
      })),
    },
  });
