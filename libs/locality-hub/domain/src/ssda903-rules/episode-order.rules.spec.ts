import type { Cells } from '../ssda903/modules.js';
import { episode, first, foundIn, second } from './child.fixture.js';

type Case = [code: string, what: string, episodes: readonly Cells[], rows: readonly number[]];

const STARTED = { RNE: 'S' };
const HOME = { REC: 'E4A' };
const SAME_PLACE = { PL_POST: 'ST17 4JX' };

describe('rules on episodes that follow each other', () => {
  it.each<Case>([
    ['142', 'an episode that did not end before the next', [first({ DEC: '', REC: '' }), second()], [1]],
    ['142', 'the same, whatever the order in the file', [second(), first({ REC: '' })], [2]],
    ['142', 'an end that is no date', [first({ DEC: '31/06/2025' }), second()], [1]],
    ['357', 'a first episode of the year that did not start care', [second(), first({ RNE: 'P' })], [2]],
    ['388', 'an episode that nothing continues', [first()], [1]],
    ['388', 'an episode continued a day later', [first(), second({ DECOM: '02/06/2025' })], [1]],
    ['388', 'the end of care, and care again on the same day', [first(HOME), second(STARTED)], [1]],
    ['388', 'an episode whose first day cannot be read', [first({ DECOM: '31/04/2025' })], [1]],
    ['431', 'care that started on the day on which it ended', [first(HOME), second(STARTED)], [2]],
    ['432', 'an episode that continues care which had ended', [first(HOME), second()], [2]],
    ['433', 'an episode that continues another after a gap', [first(), second({ DECOM: '02/06/2025' })], [2]],
    ['433', 'an episode that continues one still open', [first({ DEC: '' }), second()], [2]],
    ['437', 'episodes after a death', [first({ REC: 'E2' }), second(STARTED)], [1]],
    ['501', 'an episode that started before the last ended', [first(), second({ DECOM: '31/05/2025' })], [2]],
    ['504', 'another category of need in one period', [first(), second({ CIN: 'N5' })], [2]],
    ['434', 'a change of status without another status', [first(), second({ ...SAME_PLACE, RNE: 'L' })], [2]],
    ['434', 'a change of status alone with another placement', [first(), second({ RNE: 'L', LS: 'E1' })], [2]],
    ['435', 'a move without another placement', [first(), second({ ...SAME_PLACE, RNE: 'T' })], [2]],
    ['435', 'a move with another status', [first(), second({ LS: 'E1' })], [2]],
    ['435', 'a move without another placement, empty cells left empty', [first({ URN: '' }), second({ ...SAME_PLACE, URN: '' })], [2]],
    ['436', 'a change of both without another placement', [first(), second({ ...SAME_PLACE, RNE: 'B', LS: 'E1' })], [2]],
    ['436', 'a change of both without another status', [first(), second({ RNE: 'U' })], [2]],
  ])('%s finds %s', (code, _what, episodes, rows) => expect(foundIn(code, episodes)).toEqual(rows));

  it.each<Case>([
    ['142', 'a last episode still open', [first(), second()], []],
    ['357', 'an episode that began before the collection', [episode({ DECOM: '31/03/2025', RNE: 'P' })], []],
    ['357', 'a later episode', [first(), second()], []],
    ['388', 'an episode that the next continues', [first(), second()], []],
    ['388', 'an open episode', [first({ DEC: '' })], []],
    ['431', 'care that started a day later', [first(HOME), second({ ...STARTED, DECOM: '02/06/2025' })], []],
    ['432', 'a new period', [first(HOME), second({ ...STARTED, DECOM: '01/09/2025' })], []],
    ['432', 'a reason of ceasing that is no code', [first({ REC: 'E99' }), second()], []],
    ['433', 'an episode that continues another', [first(), second()], []],
    ['433', 'rows of one day in another order', [first(), second({ DEC: '09/06/2025', REC: 'X1' }), second({ DEC: '01/06/2025', REC: 'X1' }), second({ DECOM: '09/06/2025' })], []],
    ['437', 'a death at last', [first(), second({ DEC: '01/09/2025', REC: 'E2' })], []],
    ['501', 'an episode that started as the last ended', [first(), second()], []],
    ['504', 'another category of need in another period', [first(HOME), second({ ...STARTED, CIN: 'N5' })], []],
    ['504', 'two empty categories of need', [first({ CIN: '' }), second({ CIN: '' })], []],
    ['434', 'another status in the same placement', [first(), second({ ...SAME_PLACE, RNE: 'L', LS: 'E1' })], []],
    ['435', 'another placement under the same status', [first(), second()], []],
    ['436', 'another placement under another status', [first(), second({ RNE: 'B', LS: 'E1' })], []],
  ])('%s lets %s pass', (code, _what, episodes, rows) => expect(foundIn(code, episodes)).toEqual(rows));
});
