import { LocalDate, Uuid } from '@permanence/kernel/values';
import { parse } from 'csv-parse/sync';
import { trackerCsv } from './tracker.csv.js';
import type { TrackerRowDto } from './tracker.dto.js';

const ID = Uuid('00000000-0000-4000-8000-000000000001');
const day = LocalDate;

const row: TrackerRowDto = {
  kind: 'child', id: ID, reference: 'CH-9F1R-2X', councilCode: '4471907', name: { forename: 'Teo', surname: 'Marchbank' }, age: 2, inCareSince: day('2025-02-24'), inCareSinceKnown: true, weeks: 91, worker: { id: ID, name: 'Nadia Ferris' }, team: 'Stafford',
  plan: { status: 'agreed', primary: 'adoption', parallels: ['connected-sgo', 'return-home'], agreedOn: day('2025-06-19'), dueOn: null, overdue: false, missingAtSecondReview: false },
  steps: [{ code: 'plan-agreed', on: day('2025-06-19') }, { code: 'placement-order', on: day('2025-12-04') }],
  next: { code: 'match', dueOn: day('2026-11-06'), daysLate: 18, owner: null, blocked: true, blocker: 'Two links ended' }, late: true, harder: ['age-5-plus', 'bme'], stuckOn: day('2026-10-05'), reviews: 4,
};
const nothing: TrackerRowDto = { ...row, name: null, age: null, inCareSince: null, weeks: null, worker: null, team: null, plan: { ...row.plan, status: 'none', primary: null, parallels: [], agreedOn: null }, steps: [], next: null, harder: [], stuckOn: null, reviews: null };
const read = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('the tracker as a spreadsheet reads it', () => {
  it('has of every code its words, and beside them the code', () => {
    const [line] = read(trackerCsv([row]));
    expect(line).toEqual({
      Reference: 'CH-9F1R-2X', Forename: 'Teo', Surname: 'Marchbank', 'Council number': '4471907', Age: '2', 'In care since': '2025-02-24', 'Weeks in care': '91', Worker: 'Nadia Ferris', Team: 'Stafford',
      'Plan status': 'Agreed', 'Plan status code': 'agreed', 'Main plan': 'Adoption', 'Main plan code': 'adoption', 'Second plan': 'Special guardianship with family or friends; Return home', 'Second plan code': 'connected-sgo return-home',
      'Plan agreed on': '2025-06-19', 'Plan due on': '', 'Steps taken': 'Plan agreed 2025-06-19; Placement order 2025-12-04', 'Steps taken code': 'plan-agreed 2025-06-19; placement-order 2025-12-04',
      'Next step': 'Link with a family', 'Next step code': 'match', 'Due on': '2026-11-06', 'Days late': '18', 'What stands in the way': 'Two links ended',
      'Harder to place': 'Aged 5 or over; Heritage', 'Harder to place code': 'age-5-plus bme', 'Reviews held': '4', 'No match for over 90 days, since': '2026-10-05',
    });
  });

  it('leaves empty what is not known', () => {
    const [line = {}] = read(trackerCsv([nothing]));
    expect(Object.entries(line).filter(([, cell]) => cell !== '')).toEqual([['Reference', 'CH-9F1R-2X'], ['Council number', '4471907'], ['Plan status', 'No plan yet'], ['Plan status code', 'none']]);
  });

  it('says of a restricted record that it is there and whom to ask, and nothing else', () => {
    const [line = {}] = read(trackerCsv([{ kind: 'restricted', id: ID, reference: 'CH-2222', ask: 'Ask Owen Brackley, team manager.' }]));
    expect(Object.values(line).filter((cell) => cell !== '')).toEqual(['CH-2222', 'Restricted', 'Ask Owen Brackley, team manager.']);
  });
});
