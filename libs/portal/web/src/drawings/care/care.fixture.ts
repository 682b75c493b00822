import { LocalDate } from '@permanence/kernel/values';
import type { CareFacts } from './story.js';

const day = LocalDate;

/** Kayden Ashmoor of the mock-ups: invented. */
export const kayden: CareFacts = {
  called: 'Kayden', born: day('2018-06-09'), today: day('2026-11-24'), asAt: null,
  care: [{ from: day('2021-11-02'), startKnown: true, to: day('2022-05-20'), reason: 'E4A' }, { from: day('2023-03-14'), startKnown: true, to: null, reason: null }],
  legal: [
    { from: day('2021-11-02'), to: day('2022-05-20'), status: 'V2' }, { from: day('2023-03-14'), to: day('2023-03-16'), status: 'L1' }, { from: day('2023-03-16'), to: day('2023-03-23'), status: 'L2' },
    { from: day('2023-03-23'), to: day('2023-11-09'), status: 'C1' }, { from: day('2023-11-09'), to: day('2025-02-04'), status: 'E1' }, { from: day('2025-02-04'), to: null, status: 'C2' },
  ],
  homes: [
    { from: day('2021-11-02'), to: day('2022-05-20'), placement: 'U6', provider: 'PR4', place: 'Cheadle', outsideAuthority: false, reason: 'E4A', unplanned: false },
    { from: day('2023-03-14'), to: day('2023-03-17'), placement: 'U6', provider: 'PR1', place: 'Stafford', outsideAuthority: false, reason: 'CARPL', unplanned: false },
    { from: day('2023-03-17'), to: day('2023-07-28'), placement: 'U3', provider: 'PR1', place: 'Leek', outsideAuthority: false, reason: 'CREQO', unplanned: true },
    { from: day('2023-07-28'), to: day('2024-01-12'), placement: 'U6', provider: 'PR4', place: 'Uttoxeter', outsideAuthority: false, reason: 'CLOSE', unplanned: false },
    { from: day('2024-01-12'), to: day('2024-08-30'), placement: 'U6', provider: 'PR4', place: 'Stone', outsideAuthority: false, reason: 'CREQB', unplanned: true },
    { from: day('2024-08-30'), to: null, placement: 'U4', provider: 'PR1', place: 'Leek', outsideAuthority: false, reason: null, unplanned: false },
  ],
  workers: [
    { from: day('2021-11-02'), to: day('2022-05-20'), workerId: null, name: 'Colm Darrow', registration: 'SW1', reason: null }, { from: day('2023-03-14'), to: day('2024-11-29'), workerId: null, name: 'Beatrix Olun', registration: 'SW2', reason: 'FCONTA' },
    { from: day('2024-11-29'), to: day('2025-03-03'), workerId: null, name: 'Marek Thewlis', registration: 'SW3', reason: 'LEFTRL' }, { from: day('2025-03-03'), to: null, workerId: 'nadia', name: 'Nadia Ferris', registration: 'SW4', reason: 'LEFTRL' },
  ],
  reviews: [['2021-11-26', '2021-11-30'], ['2022-02-24', '2022-02-26'], ['2023-04-05', '2023-04-11'], ['2023-07-04', '2023-07-05'], ['2023-12-20', '2024-01-04'], ['2024-06-14', '2024-06-20'], ['2024-12-12', '2024-12-14'], ['2025-06-20', '2025-06-12'], ['2025-12-09', '2025-12-20'], ['2026-06-04', '2026-06-09']].map(
    ([on = '', due = '']) => ({ on: day(on), dueOn: day(due), participation: 'PN1', clock: 'C15' }),
  ),
};
