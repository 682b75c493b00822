import { Instant, Uuid } from '@permanence/kernel/values';
import fc from 'fast-check';
import {
  EMERGENCY_MINUTES, type EmergencyAccess, type EmergencyEvent, type EmergencyFinding, acceptReason, endEmergencyAccess, evolveEmergencyAccess, isRunning, openInEmergency, reviewDueOn, reviewEmergencyAccess,
} from './emergency-access.js';

const id = (n: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const owen = { id: id(1), name: 'Owen Brackley' };
const sunil = { id: id(2), name: 'Sunil Braithe' };
const REASON = 'The carer rang: the child has run off with a cut hand.';
/** Good Friday 2026, 8:15pm in England. */
const OPENED = Instant('2026-04-03T19:15:00.000Z');
const minutes = (n: number): Instant => Instant(new Date(Date.parse(OPENED) + n * 60_000).toISOString());

const open = (facts: Partial<{ opensAnyway: boolean; before: readonly EmergencyAccess[] }> = {}, reason = REASON) =>
  openInEmergency({ opensAnyway: false, before: [], ...facts }, { accessId: id(9), by: owen, reason, at: OPENED });
const codeOf = (decision: ReturnType<typeof open>): string | undefined => (decision.ok ? undefined : decision.refusal.code);
const after = (decision: ReturnType<typeof open>, access?: EmergencyAccess): EmergencyAccess => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<EmergencyAccess | undefined>(evolveEmergencyAccess, access) as EmergencyAccess;
};
const review = (access: EmergencyAccess, more: Partial<{ by: typeof owen; finding: EmergencyFinding; note: string; at: Instant }> = {}) =>
  reviewEmergencyAccess(access, { by: sunil, finding: 'justified', note: '', at: minutes(5), ...more });

describe('emergency access', () => {
  it('opens for 60 minutes, to be reviewed within 2 working days: Good Friday’s by the Wednesday after Easter', () =>
    expect(after(open())).toEqual({ accessId: id(9), by: owen, reason: REASON, openedAt: OPENED, expiresAt: '2026-04-03T20:15:00.000Z', reviewDueOn: '2026-04-08', endedAt: null, review: null }));
  it('has a reason of 20 characters or more', () => {
    expect(codeOf(open({}, '  Too short a reason  '))).toBe('REASON_TOO_SHORT');
    expect(codeOf(open({}, 'x'.repeat(2001)))).toBe('REASON_TOO_LONG');
    expect(acceptReason(` ${'x'.repeat(20)} `)).toEqual({ ok: true, events: ['x'.repeat(20)] });
  });
  it('is refused to whoever can open the record anyway', () => expect(codeOf(open({ opensAnyway: true }))).toBe('NOT_RESTRICTED_FROM_YOU'));
  it('asks for the reason before it says anything about the record', () => expect(codeOf(open({ opensAnyway: true }, 'short'))).toBe('REASON_TOO_SHORT'));
  it('is not opened twice at once, and can be opened again when it is over', () => {
    const running = after(open());
    expect(codeOf(open({ before: [running] }))).toBe('ALREADY_OPEN');
    expect(codeOf(open({ before: [{ ...running, endedAt: OPENED }] }))).toBeUndefined();
  });
  it.each([[-1, false], [0, true], [59.999, true], [60, false], [600, false]])('%d minutes after it was opened: open is %s', (at, running) => expect(isRunning(after(open()), minutes(at))).toBe(running));
  it('is over at the moment when it is ended, and is ended once', () => {
    const ended = after(endEmergencyAccess(after(open()), minutes(23)), after(open()));
    expect([isRunning(ended, minutes(22.99)), isRunning(ended, minutes(23))]).toEqual([true, false]);
    expect(codeOf(endEmergencyAccess(ended, minutes(24)))).toBe('ACCESS_OVER');
    expect(codeOf(endEmergencyAccess(after(open()), minutes(60)))).toBe('ACCESS_OVER');
  });
  it('is reviewed by somebody else, once', () => {
    expect(codeOf(review(after(open()), { by: owen }))).toBe('REVIEW_OWN_ACCESS');
    const reviewed = after(review(after(open()), { note: ' Right. ' }), after(open()));
    expect(reviewed.review).toEqual({ by: sunil, at: minutes(5), finding: 'justified', note: 'Right.' });
    expect(codeOf(review(reviewed))).toBe('ALREADY_REVIEWED');
    expect(codeOf(review(reviewed, { by: owen }))).toBe('REVIEW_OWN_ACCESS');
  });
  it('is over at once when it was not justified, which needs a word', () => {
    expect(codeOf(review(after(open()), { finding: 'not-justified', note: ' ' }))).toBe('NOTE_MISSING');
    const wrong = after(review(after(open()), { finding: 'not-justified', note: 'No emergency.' }), after(open()));
    expect([wrong.endedAt, isRunning(wrong, minutes(5))]).toEqual([minutes(5), false]);
    expect(after(review(after(open()), { finding: 'not-justified', note: 'No emergency.', at: minutes(99) }), after(open())).endedAt).toBeNull();
  });
  it('counts the working days from the day in England', () => expect(reviewDueOn(Instant('2026-11-24T23:30:00.000Z'))).toBe('2026-11-26'));
  it('does not take an event before the first', () => expect(() => evolveEmergencyAccess(undefined, { type: 'emergency-access-ended', accessId: id(1), at: OPENED })).toThrow('never opened'));
});

describe('whatever is done with emergency access', () => {
  type Act = Readonly<{ act: 'open' | 'end' | 'review'; who: 0 | 1; minute: number; finding: EmergencyFinding; reason: string }>;
  const acts = fc.array(
    fc.record<Act>({ act: fc.constantFrom('open', 'open', 'end', 'review'), who: fc.constantFrom(0, 1), minute: fc.integer({ min: 0, max: 30 }), finding: fc.constantFrom('justified', 'not-justified'), reason: fc.constantFrom(REASON, 'short', '') }), { maxLength: 40 },
  );
  const PEOPLE = [owen, sunil] as const;

  /** One person's uses for one record, each with its events, as acts follow one another. */
  const play = (sequence: readonly Act[], look: (accesses: readonly EmergencyAccess[], now: Instant) => void) => {
    const logs = new Map<Uuid, { events: EmergencyEvent[]; access: EmergencyAccess }>();
    let now = 0;
    for (const [at, { act, who, minute, finding, reason }] of sequence.entries()) {
      now += minute;
      const before = [...logs.values()].map(({ access }) => access);
      const last = before.at(-1);
      const decisions = {
        open: () => openInEmergency({ opensAnyway: false, before }, { accessId: id(at + 100), by: owen, reason, at: minutes(now) }),
        end: () => last && endEmergencyAccess(last, minutes(now)),
        review: () => last && reviewEmergencyAccess(last, { by: PEOPLE[who], finding, note: reason, at: minutes(now) }),
      };
      const decision = decisions[act]();
      for (const event of decision?.ok ? decision.events : []) {
        const log = logs.get(event.accessId);
        logs.set(event.accessId, { events: [...(log?.events ?? []), event], access: evolveEmergencyAccess(log?.access, event) });
      }
      look([...logs.values()].map(({ access }) => access), minutes(now));
    }
    return [...logs.values()];
  };

  it('folding the log gives the row', () =>
    fc.assert(fc.property(acts, (sequence) => {
      for (const { events, access } of play(sequence, () => undefined)) expect(events.reduce<EmergencyAccess | undefined>(evolveEmergencyAccess, undefined)).toEqual(access);
    })));

  it('one at most runs, with a reason, for 60 minutes at most, and nobody reviews their own', () =>
    fc.assert(fc.property(acts, (sequence) => {
      play(sequence, (accesses, now) => {
        expect(accesses.filter((access) => isRunning(access, now)).length).toBeLessThanOrEqual(1);
        for (const { by, reason, openedAt, expiresAt, endedAt, review: found } of accesses) {
          expect(reason.length).toBeGreaterThanOrEqual(20);
          expect(Date.parse(expiresAt) - Date.parse(openedAt)).toBe(EMERGENCY_MINUTES * 60_000);
          expect(found?.by.id).not.toBe(by.id);
          expect(endedAt === null || (endedAt >= openedAt && endedAt < expiresAt)).toBe(true);
        }
      });
    })));
});
