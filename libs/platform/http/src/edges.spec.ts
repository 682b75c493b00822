import 'reflect-metadata';
import { LocalDate } from '@permanence/kernel/values';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Is, changedMeanwhile, etagOf, fingerprintOf, limitOf, oneOf, pageOf, problem, refused, textOf, versionFrom, wholeNumber } from './index.js';

class Body {
  @Is(LocalDate)
  on!: string;

  @Is(oneOf('home', 'away'), { optional: true })
  where?: string;

  @Is(textOf(3, 5), { list: true, optional: true })
  words?: string[];
}

const faults = (body: object): Record<string, string[]> =>
  Object.fromEntries(validateSync(plainToInstance(Body, body)).map(({ property, constraints }) => [property, Object.values(constraints ?? {})]));

describe('what comes in', () => {
  it('is read by each value’s own constructor, whose sentence stands at the field', () => {
    expect(faults({ on: '2026-09-30', where: 'home', words: ['abc'] })).toEqual({});
    expect(faults({ on: '30/09/2026', where: 'there', words: ['ab'] })).toEqual({
      on: ['This is not a day that exists, written like 2026-09-30.'], where: ['This must be one of: home, away.'], words: ['Write at least 3 characters.'],
    });
    expect(faults({ on: 20260930, words: 'abc' })).toEqual({ on: ['This must be text.'], words: ['This must be a list.'] });
  });

  it('may be left out or empty where it is optional', () => expect(faults({ on: '2026-09-30', where: '' })).toEqual({}));

  it.each(['', '0', '501', '5.5', '-1', '1e2'])('is no whole number from 1 to 500: %j', (text) => expect(() => wholeNumber(1, 500)(text)).toThrow(TypeError));
});

describe('a version', () => {
  it('goes out as an ETag and comes back in If-Match', () => expect(versionFrom(etagOf(7))).toBe(7));

  it('is asked for when it is missing, and refused when it is none of ours', () => {
    expect(() => versionFrom(undefined)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ status: 428, code: 'VERSION_MISSING' }) }));
    expect(() => versionFrom('W/"7"')).toThrow(expect.objectContaining({ problem: changedMeanwhile().problem }));
  });
});

describe('a page of a list', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }));

  it('has 50 rows unless more or fewer are asked for', () => expect([limitOf({}), limitOf({ limit: '500' })]).toEqual([50, 500]));

  it('names the last row that it shows where more follow, and nothing at the end', () => {
    expect(pageOf(rows, 2)).toEqual({ items: rows.slice(0, 2), next: 'b' });
    expect(pageOf(rows, 3)).toEqual({ items: rows, next: null });
    expect(pageOf([], 3)).toEqual({ items: [], next: null });
  });
});

describe('a problem', () => {
  it('carries the refusal’s code, sentence and rule, and the field that it names', () => {
    expect(refused({ code: 'YEAR_NOT_READ', sentence: 'Give the year.', rule: 'locality-hub.import.reading-2', field: 'year' }).problem).toEqual({
      type: 'about:blank', title: 'Refused by a rule', status: 422, code: 'YEAR_NOT_READ', detail: 'Give the year.', rule: 'locality-hub.import.reading-2', errors: [{ field: 'year', sentence: 'Give the year.' }],
    });
    expect(problem(404, 'NOT_FOUND', 'x')).toMatchObject({ title: 'Not found' });
  });

  it('of a key used again is told apart from the same request sent twice', () => {
    expect(fingerprintOf('POST', '/a', { b: 1 })).toBe(fingerprintOf('POST', '/a', { b: 1 }));
    expect(fingerprintOf('POST', '/a', { b: 1 })).not.toBe(fingerprintOf('POST', '/a', { b: 2 }));
  });
});
