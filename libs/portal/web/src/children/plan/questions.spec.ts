import { LocalDate } from '@permanence/kernel/values';
import type { ChildPlan, PlanPath } from '../../api/plan.js';
import type { Problem } from '../../api/problem.js';
import { faultsOf, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import type { Form } from '../../web/form.js';
import { TODAY } from '../children.fixture.js';
import { agreed, named, noPlan, proposed } from './plan.fixture.js';
import { questionView } from './question.js';
import { type PlanQuestion, questionAt } from './questions.js';

const at = (path: PlanPath): PlanQuestion => {
  const found = questionAt(path);
  if (found === undefined) throw new Error(`no question ${path}`);
  return found.question;
};

const refusal = (code: string, detail: string, field?: string, status = 422): Problem => ({ type: 'about:blank', title: 'Refused by a rule', status, code, detail, ...(field === undefined ? {} : { errors: [{ field, sentence: detail }] }) });

const PEOPLE = [{ id: uuid(24), name: 'Ines Calloway', role: 'locality-social-worker', team: 'Moorlands' }];

type Before = Readonly<{ asked?: Form; sent?: Form | null; problem?: Problem }>;

const asPage = (path: PlanPath, plan: ChildPlan, { asked = {}, sent = null, problem }: Before = {}): string => {
  const asking = { plan, asked, sent, people: PEOPLE, ...(problem === undefined ? {} : { problem }) };
  const question = at(path).ask(asking);
  if (question === null) throw new Error(`nothing is asked at ${path}`);
  return rendered(questionView(question, asking, TODAY, 'k3y'));
};

/** The page, whole and without a fault. */
const page = (path: PlanPath, plan: ChildPlan, before: Before = {}): string => {
  const html = asPage(path, plan, before);
  expect(faultsOf(html)).toEqual([]);
  expect(html).toContain(`name="version" value="${String(plan.version)}"`);
  expect(html).toContain('name="key" value="k3y"');
  return html;
};
const answered = (path: PlanPath, sent: Form, plan: ChildPlan = noPlan) => at(path).answer(sent, () => Promise.resolve(plan));
const valueOf = (html: string, id: string): string | undefined => new RegExp(`id="${id}"[^>]*value="([^"]*)"`).exec(html)?.[1];

describe('naming the options', () => {
  const sent: Form = { 'place-return-home': 'ruled-out', 'why-return-home': '', 'place-adoption': 'ruled-out', 'why-adoption': 'He wants to stay.', 'place-long-term-foster-in-house': 'primary', 'place-other': '' };

  it('asks of every route for its place and why not, nothing chosen', () => {
    const html = page('options', noPlan);
    expect(html.match(/<select/g)).toHaveLength(10);
    expect(html).not.toMatch(/<option value="(?!")[^"]+" selected/);
    expect(wordsOf(html)).toContain('Why not? Return home');
  });

  it('sends the routes that have a place, with the reasons that were given', async () => {
    expect(await answered('options', sent)).toEqual({ body: { options: [{ route: 'return-home', position: 'ruled-out' }, { route: 'adoption', position: 'ruled-out', reason: 'He wants to stay.' }, { route: 'long-term-foster-in-house', position: 'primary' }] } });
  });

  it.each([['OPTION_NOT_REASONED', 'Say why for each that is ruled out.'], ['ONE_PRIMARY', 'Choose exactly one main plan.'], ['ROUTE_TWICE', 'Name each route once.']])('shows %s above the options with its code, and keeps what was typed', (code, sentence) => {
    const html = page('options', noPlan, { sent, problem: refusal(code, sentence, 'options') });
    expect(html).toContain('href="#options"');
    expect(wordsOf(html)).toContain(`${sentence} ${code}`);
    expect(html).toContain('>He wants to stay.</textarea>');
    expect(html).toMatch(/value="primary" selected/);
  });

  it('says that somebody was there before, where to look, and keeps what was typed', () => {
    const html = page('options', named, { sent, problem: refusal('CHANGED_MEANWHILE', 'Somebody changed this while you were working on it.', undefined, 412) });
    expect(wordsOf(html)).toContain('Somebody changed this while you were working on it. CHANGED_MEANWHILE See the plan as it is now . What you wrote is kept below.');
    expect(html).toContain('>He wants to stay.</textarea>');
  });

  it('goes on from the version that was seen first, until the person is told of another', () => {
    const seen = { ...sent, version: '0' };
    const versionOf = (problem: Problem): string | undefined => /name="version" value="(\d+)"/.exec(asPage('options', named, { sent: seen, problem }))?.[1];
    expect(versionOf(refusal('ONE_PRIMARY', 'Choose one.', 'options'))).toBe('0');
    expect(versionOf(refusal('CHANGED_MEANWHILE', 'Somebody changed this.', undefined, 412))).toBe('1');
  });
});

describe('one option', () => {
  it('is given another place', async () => {
    expect(wordsOf(page('option', named))).toContain('A proposal is then to be countersigned again.');
    expect(await answered('option', { route: 'other', position: 'contingency', reason: '' })).toEqual({ body: { route: 'other', position: 'contingency' } });
  });

  it('asks again for what was not chosen', () => {
    const problem: Problem = { ...refusal('REQUEST_NOT_READ', 'x', undefined, 400), errors: [{ field: 'route', sentence: 'Choose one of: …' }, { field: 'position', sentence: 'Choose one of: …' }] };
    expect(wordsOf(page('option', named, { sent: { reason: 'Because' }, problem }))).toContain('There is a problem Choose one. Choose one.');
  });
});

describe('proposing', () => {
  it('asks a day of each step that is not done, with the plans that are pursued', () => {
    const html = page('proposal', proposed);
    expect(valueOf(html, 'due-viability-done')).toBe('20/11/2026');
    expect(html).not.toContain('due-family-meeting-offered');
    expect(html).toMatch(/of-match"[\s\S]*?The whole plan[\s\S]*?Special guardianship with family or friends[\s\S]*?Long-term fostering/);
    expect(html).not.toContain('<option value="adoption"');
  });

  it('sends what is new or moved: a step keeps who takes it and what is in its way', async () => {
    const sent: Form = { 'due-viability-done': '1/12/2026', 'of-viability-done': 'connected-sgo', 'due-match': '2027-02-01', 'of-match': '', 'due-placed': '' };
    expect(await answered('proposal', sent, proposed)).toEqual({ body: { milestones: [{ code: 'viability-done', dueOn: '2026-12-01', route: 'connected-sgo', ownerId: uuid(23), blocker: 'Report not sent' }, { code: 'match', dueOn: '2027-02-01' }] } });
    expect(await answered('proposal', { 'due-viability-done': '20/11/2026', 'of-viability-done': 'connected-sgo' }, proposed)).toEqual({ body: { milestones: [] } });
  });

  it('says at its field which day cannot be read', async () => {
    const answer = await answered('proposal', { 'due-match': 'soon' }, named);
    if (!('again' in answer) || answer.problem === undefined) throw new Error('it was read');
    const html = page('proposal', named, { sent: answer.again, problem: answer.problem });
    expect(html).toContain('href="#due-match"');
    expect(valueOf(html, 'due-match')).toBe('soon');
    expect(wordsOf(html)).toContain('There is a problem Enter a day, such as 1/10/2027.');
  });

  it('shows why two plans are needed, with the code, and keeps the days', () => {
    const html = page('proposal', named, { sent: { 'due-match': '1/2/2027' }, problem: refusal('TWIN_TRACK_REQUIRED', 'Name a second plan beside the main one, with a first step of its own.') });
    expect(wordsOf(html)).toContain('with a first step of its own. TWIN_TRACK_REQUIRED');
    expect(valueOf(html, 'due-match')).toBe('1/2/2027');
  });
});

describe('countersigning and agreeing', () => {
  it('shows whose plan is countersigned and what it says', async () => {
    expect(wordsOf(page('countersignature', proposed))).toContain('Nadia Ferris proposed this plan on Monday 9 November 2026. Main plan: long-term fostering. Second plan, worked on now: special guardianship with family or friends.');
    expect(wordsOf(page('countersignature', proposed, { sent: {}, problem: refusal('SAME_PERSON', 'Somebody else countersigns: you proposed this plan.') }))).toContain('you proposed this plan. SAME_PERSON');
    expect(await answered('countersignature', {})).toEqual({ body: {} });
  });

  it('chooses a review that the record holds', async () => {
    expect(wordsOf(page('agreement', proposed))).toContain('At which review? Reviews that the record holds since the plan was proposed. Monday 23 November 2026, review 2');
    expect(wordsOf(page('agreement', proposed, { sent: {}, problem: { ...refusal('REQUEST_NOT_READ', 'x', undefined, 400), errors: [{ field: 'reviewId', sentence: 'This must be an id.' }] } }))).toContain('There is a problem Choose one.');
    expect(wordsOf(page('agreement', proposed, { sent: { reviewId: uuid(31) }, problem: refusal('REVIEW_BEFORE_PROPOSAL', 'That review was before the plan was proposed.', 'reviewId') }))).toContain('There is a problem That review was before the plan was proposed.');
    expect(wordsOf(page('agreement', proposed, { sent: { reviewId: uuid(31) }, problem: refusal('ADM_DECISION_REQUIRED', 'Adoption can be agreed only after the decision.') }))).toContain('Adoption can be agreed only after the decision. ADM_DECISION_REQUIRED');
    expect(await answered('agreement', { reviewId: uuid(31) })).toEqual({ body: { reviewId: uuid(31) } });
  });
});

describe('changing an agreed plan', () => {
  const adopted: ChildPlan = { ...agreed, options: agreed.options.map((option) => ({ ...option, position: option.route === 'adoption' ? 'primary' : 'ruled-out', reason: 'So far.' })) };
  const next = async (sent: Form, plan: ChildPlan): Promise<Form> => {
    const answer = await answered('change', sent, plan);
    if (!('again' in answer)) throw new Error('it was sent too early');
    return answer.again;
  };
  const options: Form = { 'place-adoption': 'ruled-out', 'why-adoption': 'No family came.', 'place-long-term-foster-in-house': 'primary' };

  it('asks for options, then steps, then why, and takes along what was answered', async () => {
    const first = page('change', agreed);
    expect(first).toContain('>He wants to see his mother.</textarea>');
    expect(first).toContain('type="hidden" name="due-viability-done" value="20/11/2026"');
    const steps = await next({ stage: 'options', ...options, 'due-viability-done': '20/11/2026' }, agreed);
    expect(page('change', agreed, { sent: steps })).toContain('type="hidden" name="why-adoption" value="No family came."');
    const why = await next({ ...steps, 'due-match': '1/2/2027' }, agreed);
    expect(wordsOf(page('change', agreed, { sent: why }))).toContain('What made the plan change? An assessment What the child needs');
    expect(await answered('change', { ...why, reasonCode: 'assessment', reason: 'The report is in.' }, agreed)).toEqual({
      body: { options: [{ route: 'adoption', position: 'ruled-out', reason: 'No family came.' }, { route: 'long-term-foster-in-house', position: 'primary' }], milestones: [{ code: 'viability-done', dueOn: '2026-11-20', ownerId: uuid(23), blocker: 'Report not sent' }, { code: 'match', dueOn: '2027-02-01' }], reasonCode: 'assessment', reason: 'The report is in.' },
    });
  });

  it('asks for one of the four reasons when adoption ends', () => {
    const html = page('change', adopted, { sent: { ...options, stage: 'reason' } });
    expect([...html.matchAll(/type="radio" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['RD1', 'RD2', 'RD3', 'RD4']);
    expect(wordsOf(html)).toContain('No adopters were found');
  });

  it.each([
    ['OPTION_NOT_REASONED', 'options', 'First the options'], ['STEP_OF_NO_OPTION', 'route', 'Give a day to each step'], ['CHANGE_NOT_REASONED', 'reason', 'What made the plan change?'],
    ['REVERSAL_REASON_REQUIRED', 'reasonCode', 'What made the plan change?'], ['REVERSAL_REASON_NOT_FITTING', 'reasonCode', 'What made the plan change?'], ['TWIN_TRACK_REQUIRED', undefined, 'First the options'],
  ])('leads back to where %s can be mended', (code, field, words) => {
    const html = page('change', agreed, { sent: { ...options, stage: 'reason', reasonCode: 'assessment', reason: 'So.' }, problem: refusal(code, 'It cannot be so.', field) });
    expect(wordsOf(html)).toContain(words);
    expect(wordsOf(html)).toContain('It cannot be so.');
    expect(html).toContain('No family came.');
  });

  it('leads to the steps when the second plan has none, and to a day that cannot be read', async () => {
    const sent: Form = { ...options, 'place-connected-sgo': 'parallel', stage: 'reason' };
    expect(wordsOf(page('change', agreed, { sent, problem: refusal('TWIN_TRACK_REQUIRED', 'Name a second plan.') }))).toContain('Give a day to each step');
    const answer = await answered('change', { ...sent, stage: 'steps', 'due-match': 'soon' }, agreed);
    expect(answer).toMatchObject({ problem: { errors: [{ field: 'due-match' }] } });
  });
});

describe('a step', () => {
  it('is added: which, by when, for which plan', async () => {
    const html = page('milestone', agreed);
    expect(html).not.toContain('<option value="viability-done"');
    expect(wordsOf(html)).toContain('Add a step');
    expect(await answered('milestone', { code: 'match', dueOn: '1/2/2027', route: '' }, agreed)).toEqual({ body: { code: 'match', dueOn: '2027-02-01' } });
  });

  it('moves, is done, has something in its way', async () => {
    const html = page('milestone', agreed, { asked: { step: 'viability-done' } });
    expect([valueOf(html, 'dueOn'), valueOf(html, 'doneOn')]).toEqual(['20/11/2026', '']);
    expect(html).toContain('>Report not sent</textarea>');
    expect(await answered('milestone', { code: 'viability-done', dueOn: '1/12/2026', doneOn: '24/11/2026', blocker: '', ownerId: uuid(23) }, agreed)).toEqual({ body: { code: 'viability-done', dueOn: '2026-12-01', doneOn: '2026-11-24', ownerId: uuid(23) } });
  });

  it('is given to one of the people of the council, or to nobody; whoever has it now is offered too', async () => {
    const html = page('milestone', agreed, { asked: { step: 'viability-done' } });
    expect(wordsOf(html)).toContain('Who takes it? Nobody yet Callum Thorley Ines Calloway, social worker, Moorlands team');
    expect(html).toContain(`<option value="${uuid(23)}" selected>`);
    expect(page('milestone', agreed)).not.toContain('Callum Thorley');
    expect(await answered('milestone', { code: 'match', dueOn: '1/2/2027', ownerId: uuid(24) }, agreed)).toEqual({ body: { code: 'match', dueOn: '2027-02-01', ownerId: uuid(24) } });
    expect(page('milestone', agreed, { sent: { code: 'match', dueOn: '1/2/2027', ownerId: uuid(24) }, problem: refusal('STEP_OWNER_UNKNOWN', 'Give the step to one of the people of your council.', 'ownerId') })).toContain('href="#ownerId"');
  });

  it('that the record knows to be done is not done anew here', () => {
    const html = page('milestone', agreed, { asked: { step: 'family-meeting-offered' } });
    expect(wordsOf(html)).toContain('The record itself says when this step was done.');
    expect(html).toContain('type="hidden" name="doneOn" value="2026-09-28"');
  });

  it.each([['DONE_IN_FUTURE', 'doneOn'], ['REQUEST_NOT_READ', 'dueOn']])('shows %s at its field', (code, field) => {
    const html = page('milestone', agreed, { sent: { code: 'viability-done', dueOn: 'x', doneOn: '1/1/2030', blocker: 'Still' }, problem: refusal(code, 'That day cannot be.', field) });
    expect(html).toContain(`href="#${field}"`);
    expect(wordsOf(html)).toContain(code === 'REQUEST_NOT_READ' ? 'Enter a day, such as 1/10/2027.' : 'That day cannot be.');
    expect([valueOf(html, 'doneOn'), html.includes('>Still</textarea>')]).toEqual(['1/1/2030', true]);
  });

  it('that is not in the plan has no page', () => expect(at('milestone').ask({ plan: agreed, asked: { step: 'placed' }, sent: null })).toBeNull());
});

describe('a side of permanence', () => {
  it('is recorded: what is to be reached, how far, what shows it', async () => {
    expect(page('limb', proposed, { asked: { side: 'emotional' } })).toContain('>Sees his grandmother each week.</textarea>');
    expect(page('limb', proposed, { asked: { side: 'legal' } })).not.toMatch(/ checked/);
    expect(await answered('limb', { limb: 'legal', target: 'An order.', evidence: '', status: 'in-progress' })).toEqual({ body: { limb: 'legal', target: 'An order.', evidence: '', status: 'in-progress' } });
    expect(at('limb').ask({ plan: proposed, asked: { side: 'mental' }, sent: null })).toBeNull();
  });

  it.each([['LIMB_WITHOUT_TARGET', 'target'], ['LIMB_WITHOUT_EVIDENCE', 'evidence']])('shows %s at its field', (code, field) => {
    const html = page('limb', proposed, { sent: { limb: 'legal', target: '', evidence: '', status: 'achieved' }, problem: refusal(code, 'Say what it is.', field) });
    expect(html).toContain(`href="#${field}"`);
    expect(html).toMatch(/value="achieved" checked/);
  });
});

describe('a plan that broke down', () => {
  it('says what ended, when and why', async () => {
    expect(wordsOf(page('breakdown', agreed))).toContain('For an end that nobody had planned.');
    expect(await answered('breakdown', { cause: 'placement-ended', on: '1/11/2026', reason: '' })).toEqual({ body: { cause: 'placement-ended', on: LocalDate('2026-11-01') } });
    expect(page('breakdown', agreed, { sent: { cause: 'order-ended', on: '1/1/2030' }, problem: refusal('BREAKDOWN_IN_FUTURE', 'The day cannot be after today.', 'on') })).toContain('href="#on"');
  });
});
