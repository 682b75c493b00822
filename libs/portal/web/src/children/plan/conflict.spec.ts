import { Instant, LocalDate } from '@permanence/kernel/values';
import type { ChildPlan, PlanContent, PlanPath, PlanStep, PlanVersion } from '../../api/plan.js';
import { faultsOf, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import type { Form } from '../../web/form.js';
import { TODAY } from '../children.fixture.js';
import { everything } from './compared.js';
import { type Meeting, chosenIn, meetingOf } from './conflict.js';
import { conflictView } from './conflict-page.js';
import { differenceOf } from './difference.js';
import { agreed, named, noPlan, proposed } from './plan.fixture.js';
import { questionAt } from './questions.js';
import { savedAs } from './saved-as.js';

const OWEN = { name: 'Owen Brackley', role: 'team-manager' };
const INES = { name: 'Ines Calloway', role: 'locality-social-worker' };
const PEOPLE = [{ id: uuid(23), name: 'Callum Thorley', role: 'locality-social-worker', team: 'Moorlands' }, { id: uuid(24), name: 'Ines Calloway', role: 'locality-social-worker', team: null }];

const version = (number: number, content: PlanContent, more: Partial<PlanVersion> = {}): PlanVersion => ({
  version: number, what: 'permanence-option-placed', at: Instant(`2026-11-24T09:3${String(number)}:00Z`), by: OWEN, status: 'options-identified', options: content.options, milestones: content.milestones, limbs: content.limbs, ...more,
});
const placed = (plan: ChildPlan, route: string, position: string, reason: string | null = null): ChildPlan => ({ ...plan, options: [...plan.options.filter((option) => option.route !== route), { route, position, reason }] });
const stepped = (plan: ChildPlan, code: string, more: Partial<PlanStep>): ChildPlan => ({ ...plan, milestones: plan.milestones.map((step) => (step.code === code ? { ...step, ...more } : step)) });

const questionOf = (path: PlanPath) => {
  const found = questionAt(path)?.question;
  if (found === undefined) throw new Error(`no question ${path}`);
  return found;
};
const meet = (path: PlanPath, sent: Form, ...versions: readonly PlanVersion[]): Meeting => meetingOf(questionOf(path).compared(sent, PEOPLE), everything(PEOPLE), sent, versions);

const page = (path: PlanPath, plan: ChildPlan, meeting: Meeting, chosen: Parameters<typeof conflictView>[0]['chosen'] = null): string => {
  const question = questionOf(path).ask({ plan, asked: {}, sent: meeting.form, people: PEOPLE });
  if (question === null) throw new Error(`nothing is asked at ${path}`);
  const html = rendered(conflictView({ plan, question, meeting, chosen, seen: '1' }, TODAY, 'k3y'));
  expect(faultsOf(html)).toEqual([]);
  return html;
};

describe('what two wrote of a plan', () => {
  const theirs = placed(placed(named, 'adoption', 'contingency'), 'return-home', 'ruled-out', 'Not safe in June or since.');
  const mine: Form = { 'place-adoption': 'parallel', 'why-adoption': '', 'place-return-home': 'ruled-out', 'why-return-home': 'Not safe in June.', 'place-connected-sgo': 'contingency', version: '1' };
  const meeting = meet('options', mine, version(1, named), version(2, theirs));

  it('is put together where only one of them changed it; what both changed is to be chosen', () => {
    expect(meeting.conflicts.map(({ field, before, theirs: now, mine: own }) => [field.name, before, now, own])).toEqual([['place-adoption', 'ruled-out', 'contingency', 'parallel']]);
    expect(meeting.changes.map(({ field, now }) => [field.key, now])).toEqual([['why-return-home', 'Not safe in June or since.'], ['why-adoption', '']]);
    expect(meeting.form).toMatchObject({ 'place-connected-sgo': 'contingency', 'why-return-home': 'Not safe in June or since.', 'place-adoption': 'parallel' });
  });

  it('is no conflict where both wrote the same', () => expect(meet('options', { ...mine, 'place-adoption': 'contingency' }, version(1, named), version(2, theirs)).conflicts).toEqual([]));

  it('is a day however it is typed, and a text whatever ends its lines', () => {
    const moved = stepped(proposed, 'viability-done', { dueOn: LocalDate('2026-12-01'), blocker: 'One\nTwo' });
    expect(meet('milestone', { code: 'viability-done', dueOn: '1/12/2026', doneOn: '', blocker: 'One\r\nTwo', ownerId: uuid(23) }, version(3, proposed), version(4, moved)).conflicts).toEqual([]);
    expect(meet('milestone', { code: 'viability-done', dueOn: '2/12/2026', doneOn: '', blocker: 'Report not sent', ownerId: uuid(24) }, version(3, proposed), version(4, moved))).toMatchObject({ conflicts: [{ field: { name: 'dueOn' } }], form: { blocker: 'One\nTwo', ownerId: uuid(24) } });
  });

  it('says who last changed what both changed', () => {
    const later = { by: INES, at: Instant('2026-11-24T09:40:00Z') };
    expect(meet('options', mine, version(1, named), version(2, theirs), version(3, placed(theirs, 'other', 'contingency'), later)).conflicts[0]?.by).toMatchObject({ version: 2, by: OWEN });
    expect(meet('options', mine, version(1, named), version(2, theirs), version(3, placed(theirs, 'adoption', 'primary'), later)).conflicts[0]?.by).toMatchObject({ by: INES });
  });

  it('stands side by side with who and when, nothing chosen beforehand, and everything typed goes along', () => {
    const html = page('options', { ...theirs, version: 2 }, meeting);
    const words = wordsOf(html);
    expect(words).toContain('Owen Brackley changed the plan while you were writing');
    expect(words).toContain('Nothing is lost. 1 answer differs, so choose what to keep.');
    expect(words).toContain('Owen Brackley, team manager, gave an option another place on Tuesday 24 November 2026 at 9:32am.');
    expect(words).toContain('Adoption: place in the plan Before Ruled out Owen Brackley Tuesday 24 November 2026 at 9:32am taken out: Ruled out added: Fall-back plan You taken out: Ruled out added: Second plan, worked on now');
    expect(words).toContain('Return home: why Not safe in June. Not safe in June or since.');
    expect(html).not.toMatch(/ checked/);
    expect(html).toContain('name="place-connected-sgo" value="contingency"');
    expect(html).toContain('name="version" value="2"');
    expect(html).toContain('<title>The plan was changed meanwhile, K.A. CH-4M9T-6R - Permanence</title>');
  });

  it('is asked again where nothing was chosen, with what was', () => {
    const sent: Form = { ...mine, version: '2', seen: '1', conflicts: 'place-adoption,why-adoption', 'place-adoption.theirs': 'contingency', 'place-adoption.mine': 'parallel', 'why-adoption.keep': 'new', 'why-adoption.theirs': 'A', 'why-adoption.mine': 'B', 'why-adoption.new': 'A and B' };
    const chosen = chosenIn(sent);
    expect(chosen).toMatchObject({ unchosen: ['place-adoption'], form: { 'why-adoption': 'A and B' }, mine: { 'why-adoption': 'B', 'place-adoption': 'parallel' } });
    const html = page('options', { ...theirs, version: 2 }, meet('options', chosen.mine, version(1, named), version(2, placed(theirs, 'adoption', 'contingency', 'A'))), { ...chosen, sent });
    expect(html).toContain('href="#k-place-adoption"');
    expect(wordsOf(html)).toContain('There is a problem Choose which shall stand.');
    expect(html).toMatch(/name="why-adoption.keep"[^>]* value="new" checked/);
    expect(html).toContain('>A and B</textarea>');
  });

  it('reads theirs, mine and what is written anew; an answer of another page is as it is', () => {
    const sent = (keep: string): Form => ({ conflicts: 'reason', 'reason.keep': keep, 'reason.theirs': 'A', 'reason.mine': 'B', 'reason.new': 'C', route: 'adoption' });
    expect(['theirs', 'mine', 'new'].map((keep) => chosenIn(sent(keep)).form['reason'])).toEqual(['A', 'B', 'C']);
    expect(chosenIn(sent('mine')).form).toEqual({ reason: 'B', route: 'adoption' });
    expect(chosenIn(mine)).toMatchObject({ form: mine, unchosen: [] });
  });
});

describe('what two wrote, kind by kind', () => {
  it('reasons and other texts show word by word what was added and taken out, and both to be made into one', () => {
    const sent: Form = { limb: 'emotional', target: 'Sees his grandmother and his aunt each week.', status: 'in-progress', evidence: '' };
    const theirs: ChildPlan = { ...proposed, limbs: proposed.limbs.map((limb) => (limb.limb === 'emotional' ? { ...limb, target: 'Sees his grandmother each fortnight.' } : limb)) };
    const html = page('limb', theirs, meet('limb', sent, version(3, proposed), version(4, theirs)));
    expect(wordsOf(html)).toContain('Sees his grandmother each taken out: week. added: fortnight. You Sees his grandmother added: and his aunt each week.');
    expect(html).toContain('Sees his grandmother each fortnight.\n\nSees his grandmother and his aunt each week.</textarea>');
    expect(html).toContain('name="limb" value="emotional"');
  });

  it('steps: the day and who takes it', () => {
    const theirs = stepped(proposed, 'viability-done', { dueOn: LocalDate('2026-12-01'), owner: { id: uuid(24), name: 'Ines Calloway' } });
    const words = wordsOf(page('milestone', theirs, meet('milestone', { code: 'viability-done', dueOn: '8/12/2026', doneOn: '', blocker: 'Report not sent', ownerId: '' }, version(3, proposed), version(4, theirs))));
    expect(words).toContain('Family checked: due by Before Friday 20 November 2026 Owen Brackley Tuesday 24 November 2026 at 9:34am taken out: Friday 20 November 2026 added: Tuesday 1 December 2026 You');
    expect(words).toContain('Family checked: who takes it Before Callum Thorley Owen Brackley Tuesday 24 November 2026 at 9:34am taken out: Callum Thorley added: Ines Calloway You taken out: Callum Thorley added: Nobody named');
  });

  it('a signature shows what is different before it is given', () => {
    const theirs = placed(proposed, 'adoption', 'contingency');
    const html = page('countersignature', theirs, meet('countersignature', {}, version(3, proposed), version(4, theirs), version(5, theirs, { by: null, what: 'permanence-milestone-moved' })));
    expect(wordsOf(html)).toContain('Others changed the plan while you were writing Nothing you wrote is lost. Look at the plan as it is now before you put your name to it.');
    expect(wordsOf(html)).toContain('The record itself wrote down a step');
    expect(wordsOf(html)).toContain('What is different now What the others changed What Before Now Adoption: place in the plan Ruled out Fall-back plan');
    expect(html).toMatch(/<button[^>]*>\s*Countersign the proposal/);
  });
});

describe('how it is saved on top of theirs', () => {
  const options: Form = { 'place-adoption': 'contingency', 'place-long-term-foster-in-house': 'primary' };
  it('options that are named by now are placed; of an agreed plan they become a change, which asks why', () => {
    expect(savedAs('options', noPlan, options)).toEqual({ kind: 'itself' });
    expect(savedAs('options', named, options)).toEqual({ kind: 'revision', body: { options: [{ route: 'adoption', position: 'contingency' }, { route: 'long-term-foster-in-house', position: 'primary' }], milestones: [] } });
    expect(savedAs('options', agreed, options)).toMatchObject({ kind: 'change', form: { stage: 'options', version: '4', 'place-adoption': 'contingency', 'place-connected-sgo': 'parallel', 'due-viability-done': '20/11/2026' } });
    expect(savedAs('option', agreed, { route: 'adoption', position: 'primary', reason: '' })).toMatchObject({ kind: 'change', form: { 'place-adoption': 'primary' } });
    expect(savedAs('option', proposed, { route: 'adoption', position: 'primary' })).toEqual({ kind: 'itself' });
  });
  it('steps of a plan that is proposed by now are moved', () => {
    expect(savedAs('proposal', named, { 'due-match': '1/2/2027' })).toEqual({ kind: 'itself' });
    expect(savedAs('proposal', proposed, { 'due-match': '1/2/2027' })).toEqual({ kind: 'revision', body: { options: [], milestones: [{ code: 'match', dueOn: '2027-02-01' }] } });
    expect(savedAs('limb', agreed, {})).toEqual({ kind: 'itself' });
  });
});

describe('the difference of two texts', () => {
  it.each<[string, string, string]>([
    ['a b c', 'a c', '=a -b =c'], ['a c', 'a b c', '=a +b =c'], ['', 'new', '+new'], ['old', '', '-old'], ['same\n\nhere', 'same here', '=same here'],
  ])('%j to %j', (before, after, expected) => expect(differenceOf(before, after).map(({ kind, text }) => `${{ same: '=', added: '+', out: '-' }[kind]}${text.trim()}`).join(' ')).toBe(expected));
});
