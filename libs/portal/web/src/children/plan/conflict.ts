import type { PlanContent, PlanVersion } from '../../api/plan.js';
import { type Form, one } from '../../web/form.js';
import { type Compared, held, said } from './compared.js';

/** What both changed, and not to the same. `theirs`: the version in which it last got another value. */
export type Conflict = Readonly<{ field: Compared; before: string; theirs: string; mine: string; by: PlanVersion | undefined }>;
/** What only the others changed. */
export type Change = Readonly<{ field: Compared; before: string; now: string }>;

/** What two wrote who began from one version: what both changed is for a person to choose, all else is put together in `form`. */
export type Meeting = Readonly<{ conflicts: readonly Conflict[]; changes: readonly Change[]; form: Form; happened: readonly PlanVersion[] }>;

const NOTHING: PlanContent = { options: [], milestones: [], limbs: [] };

/**
 * Compares what was sent with the plan as it was when it was asked for and as it is now (portal.md T6).
 * @param asked what the form asks; `all` is what the whole plan says
 * @param versions from the one that was seen first to the one of now
 */
export const meetingOf = (asked: readonly Compared[], all: readonly Compared[], sent: Form, versions: readonly PlanVersion[]): Meeting => {
  const [before, now] = [versions[0] ?? NOTHING, versions.at(-1) ?? NOTHING];
  const own = asked.filter(({ name }) => sent[name] !== undefined).map((field) => ({ field, before: held(field, before), theirs: held(field, now), mine: said(field, sent) }));
  const conflicts = own.filter(({ before: was, theirs, mine }) => mine !== theirs && theirs !== was && mine !== was);
  const adopted = own.filter(({ before: was, theirs, mine }) => mine === was && theirs !== was);
  const open = new Set(conflicts.map(({ field }) => field.key));
  const changes = all.filter(({ key }) => !open.has(key)).map((field) => ({ field, before: held(field, before), now: held(field, now) })).filter((each) => each.before !== each.now);
  return {
    conflicts: conflicts.map((each) => ({ ...each, by: lastToChange(each.field, versions) })), changes,
    form: { ...sent, ...Object.fromEntries(adopted.map(({ field, theirs }) => [field.name, theirs])) }, happened: versions.slice(1),
  };
};

const lastToChange = (field: Compared, versions: readonly PlanVersion[]): PlanVersion | undefined =>
  versions.findLast((version, at) => { const earlier = versions[at - 1]; return earlier !== undefined && held(field, version) !== held(field, earlier); });

/** Names of what is to be chosen, as the page sent them along. */
const toChoose = (form: Form): readonly string[] => one(form, 'conflicts').split(',').filter((name) => /^[\w-]+$/.test(name));

const KEEP = (name: string): string => `${name}.keep`;
/** Names of what a conflict page sends beside the form's own fields. */
export const partsOf = (name: string) => ({ keep: KEEP(name), theirs: `${name}.theirs`, mine: `${name}.mine`, written: `${name}.new` });

/** What was chosen on the conflict page. `form`: as if it had been written so from the first; `mine`: what the person had written before they chose. */
export type Chosen = Readonly<{ form: Form; mine: Form; kept: Readonly<Record<string, string>>; unchosen: readonly string[] }>;

/** Reads an answer; one that is not from a conflict page is as it is. */
export const chosenIn = (sent: Form): Chosen => {
  const names = toChoose(sent);
  const kept = Object.fromEntries(names.map((name) => [name, one(sent, KEEP(name))]));
  const value = (name: string): string => {
    const { theirs, mine, written } = partsOf(name);
    return one(sent, { theirs, new: written }[kept[name] ?? ''] ?? mine);
  };
  const own = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== 'conflicts' && !name.includes('.')));
  const withEach = (valueOf: (name: string) => string): Form => ({ ...own, ...Object.fromEntries(names.map((name) => [name, valueOf(name)])) });
  return { form: withEach(value), mine: withEach((name) => one(sent, partsOf(name).mine)), kept, unchosen: names.filter((name) => !['theirs', 'mine', 'new'].includes(kept[name] ?? '')) };
};
