import { RULES, listedRules, rulesInForce } from './catalogue.js';
import { checkChild } from './check-child.js';
import { child, episode, first, header, second } from './child.fixture.js';

const codes = (year: number): string[] => rulesInForce(year).map(({ code }) => code);

describe('a child whose rows are checked', () => {
  it('without fault has no finding', () => expect(checkChild(child({ Header: [header()], Episodes: [first(), second()], UASC: [] }), 2026, rulesInForce(2026))).toEqual([]));

  it('has a finding with file, spreadsheet row, column and the DfE’s sentence', () =>
    expect(checkChild(child({ Header: [header()], Episodes: [episode({ LS: 'C9' })] }), 2026, rulesInForce(2026))).toEqual([
      { rule: '144', module: 'Episodes', file: 'Episodes.csv', row: 2, column: 'LS', sentence: 'The legal status code is not a valid code.' },
    ]));

  it('has one finding a rule and row, however often the row breaks the rule', () => {
    const twoHeaders = child({ Header: [header({ DOB: '15/09/2020' }), header({ DOB: '15/09/2021' })], Episodes: [episode({ LS: 'J1' })] });
    const rows = checkChild(twoHeaders, 2026, rulesInForce(2026)).filter(({ rule }) => rule === '358').map(({ module, row }) => `${module} ${row}`);
    expect(rows.sort()).toEqual(['Episodes 2', 'Header 2', 'Header 3']);
  });

  it('is not checked by a rule one of whose modules was not uploaded', () => {
    const rules = checkChild(child({ Episodes: [episode({ LS: 'J9' })] }), 2026, rulesInForce(2026)).map(({ rule }) => rule);
    expect(rules).toEqual(['144']);
  });

  it('has no rows that follow each other when the rows have no code of a child', () => {
    const nameless = child({ Header: [header({ CHILD: '' }), header({ CHILD: '' })], Episodes: [first({ CHILD: '', DEC: '' }), second({ CHILD: '' })] });
    expect(checkChild(nameless, 2026, rulesInForce(2026)).map(({ rule }) => rule)).toEqual(['148']);
  });
});

describe('the rules in force', () => {
  it('are the forty of the first release', () =>
    expect(RULES.map(({ code }) => code).join(' ')).toBe(
      '101 102 103 105 141 142 143 144 145 146 147 148 149 178 301 353 354 355 356 357 358 363 364 388 390 431 432 433 434 435 436 437 445 501 504 516 526 550 INT03 INT32',
    ));

  it('have no rule on freeing orders since the collection of 2025', () => {
    expect(codes(2024)).toContain('445');
    expect(codes(2025)).not.toContain('445');
  });

  it('are those of 2023 before, and the last known after', () => {
    expect(codes(2018)).toEqual(codes(2023));
    expect(codes(2030)).toEqual(codes(2027));
  });

  it('are listed with message and years', () => expect(listedRules()[0]).toEqual({ code: '101', message: 'The child or young person’s reported sex is not valid.', years: [2023, 2024, 2025, 2026, 2027] }));
});
