import { figuresIn, performancePage } from './figures.mjs';
import { GROUPS, countsOf, environmentOf, groupOf } from './groups.mjs';
import { PROGRAMS, sentences } from './programs.mjs';
import { TABLE, reliabilityPage } from './table.mjs';

describe('what a test run counts', () => {
  const all = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

  it('counts as failed what failed, what was left out and what could not be run', () => {
    expect(countsOf(all)).toEqual({ passed: 5, failed: 0 });
    expect(countsOf({ ...all, numFailedTests: 1, numPendingTests: 2, numTodoTests: 4, numRuntimeErrorTestSuites: 8 })).toEqual({ passed: 5, failed: 15 });
  });

  it('runs each file in one group, and those without a folder of their own in the first', () => {
    const group = (file: string): string => groupOf(file).name;
    expect(['libs/kernel/values/src/x.spec.ts', 'tests/workspace/src/x.spec.ts', 'tests/faults/src/x.spec.ts', 'tests/browser/src/x.spec.ts'].map(group)).toEqual(['unit', 'unit', 'contracts', 'browser']);
    expect(GROUPS.map(({ name }) => name)).toEqual(['unit', 'contracts', 'journeys', 'browser', 'validator']);
  });

  it('gives addresses of Kafka and Keycloak to the tests that use them, and to no others', () => {
    const [unit, contracts] = GROUPS;
    const environment = (group = unit) => (group ? environmentOf(group, { KAFKA_BROKERS: 'here:1' }, 'postgres://here') : {});
    expect([environment(unit)['KAFKA_BROKERS'], environment(contracts)['KAFKA_BROKERS'], environment(unit)['TEST_DATABASE_URL']]).toEqual([undefined, 'here:1', 'postgres://here']);
  });
});

describe('programs that the tests need', () => {
  it('says in one sentence each what to install', () => {
    for (const sentence of sentences(PROGRAMS)) expect(sentence).toMatch(/^[A-Z]?\w.* is missing, for .+: (install|name) .+, then try again\.$/);
    expect(PROGRAMS.every(({ debian }) => debian.length > 0)).toBe(true);
  });
});

describe('the documents that long runs write', () => {
  it('reads figures from what a bench prints', () => {
    const said = 'warming up …\nPM6 relay / client alone (goal 0.55, stretch 0.70): 0.712\nPM6 idle p99 in ms: 4.100\n{"measure":"PM1","what":"secured read / raw","value":0.64,"goal":0.6}\n';
    const figures = figuresIn(said);
    expect(figures).toEqual([
      { measure: 'PM6', what: 'relay / client alone', value: '0.712', goal: '0.55, stretch 0.70' },
      { measure: 'PM6', what: 'idle p99 in ms', value: '4.100', goal: '' },
      { measure: 'PM1', what: 'secured read / raw', value: '0.64', goal: '0.6' },
    ]);
    expect(performancePage(figures.map((figure) => ({ ...figure, on: '30 September 2026', commit: 'abc' })), 'a machine')).toContain('\n| PM1 | secured read / raw | 0.64 | 0.6 | 30 September 2026 | abc |\n| PM6 |');
  });

  it('says of each test of the table whether it held, with what figure, or that it has not run', () => {
    const held = { passed: 1, failed: 0, figures: ['100,000', '100,000'], seconds: 300, on: '30 September 2026', commit: 'abc' };
    const page = reliabilityPage(new Map([['T17', held], ['T18', { ...held, passed: 0, failed: 1 }], ['T2', { ...held, passed: 0 }]]), 'a machine');
    expect(page).toContain('each effect once | held (1 test); 100,000 | 5 min | 30 September 2026 | abc |');
    expect(page).toContain('| **1 of 1 tests failed**; 100,000 |');
    expect(page).toContain('| **no test found**; 100,000 |');
    expect(page.match(/not run yet/g)).toHaveLength(TABLE.length - 3);
  });
});
