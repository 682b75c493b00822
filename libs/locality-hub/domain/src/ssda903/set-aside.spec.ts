import { setAsideReason, setAsideText } from './set-aside.js';

describe('why a row is set aside', () => {
  it('is a sentence with the cell and how to mend it', () => {
    expect(setAsideReason('END_NOT_AFTER_START', 'DEC', '09/04/2025')).toBe('The episode ends on or before the day it starts: DEC “09/04/2025”. Check day and month in the case system.');
  });

  it('is the row’s shape where no cell is at fault', () => {
    expect(setAsideReason('ROW_SHAPE', '', '')).toBe('The row has more or fewer cells than the first line. Look for a comma too many or too few, and put text with commas in quotes.');
  });

  it('is the child’s missing number where CHILD is empty', () => {
    expect(setAsideText('KEY_EMPTY', 'CHILD').title).toBe('The child has no number');
    expect(setAsideText('KEY_EMPTY', 'REVIEW').title).toBe('A cell that tells this row from others is empty');
  });
});
