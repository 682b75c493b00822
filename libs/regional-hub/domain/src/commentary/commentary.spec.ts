import { Month } from '@permanence/kernel/values';
import fc from 'fast-check';
import { type CommentaryState, asksForCommentary, evolveCommentary, periodsBefore, writeCommentary } from './commentary.js';

const SAID = { trend: 'Fewer visits in time since March.', reason: 'Four posts are vacant.', action: 'Two workers start in December.' };
const FRESH: CommentaryState = { version: 0, frozen: false, latest: undefined };
const DATED = { month: Month('2026-07'), thisMonth: Month('2026-08') };

describe('a commentary', () => {
  it.each([
    [11.1, [10, 10, 10], true], [11, [10, 10, 10], false], [8.9, [10, 10, 10], true], [9, [10, 10, 10], false], [86.1, [95, 94, 93], false], [83.9, [95, 94, 93], true],
    [1, [0, 0, 0], true], [0, [0, 0, 0], false], [5, [4, null, 6], false], [null, [4, 5, 6], false], [5, [], false],
  ])('is asked for where %s is more than a tenth off the mean of %j: %s', (now, before, asked) => expect(asksForCommentary(now, before)).toBe(asked));

  it('holds a figure against the three months before, one since April against the same months of three years', () => {
    expect(periodsBefore('month-end', Month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(periodsBefore('rolling-12', Month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(periodsBefore('ytd', Month('2026-02'))).toEqual(['2023-02', '2024-02', '2025-02']);
  });

  it('has versions', () => {
    expect(writeCommentary(FRESH, SAID, DATED)).toEqual({ ok: true, events: [{ type: 'commentary-written', version: 1, ...SAID }] });
    expect(writeCommentary({ version: 3, frozen: false, latest: { ...SAID, reason: 'Holidays.' } }, SAID, DATED)).toMatchObject({ events: [{ version: 4 }] });
    expect(writeCommentary({ version: 3, frozen: false, latest: SAID }, SAID, DATED)).toEqual({ ok: true, events: [] });
  });

  it('does not change a frozen pack', () => expect(writeCommentary({ ...FRESH, frozen: true }, SAID, DATED)).toMatchObject({ ok: false, refusal: { code: 'PACK_FROZEN', rule: 'regional-hub.39' } }));

  it('is of no month to come', () => expect(writeCommentary(FRESH, SAID, { month: Month('2026-09'), thisMonth: Month('2026-08') })).toMatchObject({ ok: false, refusal: { code: 'MONTH_TO_COME' } }));

  it('keeps each version once, and what was written last stands', () =>
    fc.assert(fc.property(fc.array(fc.record({ trend: fc.constantFrom('a', 'b'), reason: fc.constantFrom('c', 'd'), action: fc.constant('e') })), (writings) => {
      const events = writings.reduce<{ state: CommentaryState; versions: number[] }>(({ state, versions }, said) => {
        const decision = writeCommentary(state, said, DATED);
        const written = decision.ok ? decision.events : [];
        return { state: written.reduce(evolveCommentary, state), versions: [...versions, ...written.map(({ version }) => version)] };
      }, { state: FRESH, versions: [] });
      expect(events.versions).toEqual(events.versions.map((_, at) => at + 1));
      expect(events.state.latest).toEqual(writings.at(-1));
    })));
});
