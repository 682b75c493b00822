import { QueryFailedError } from 'typeorm';
import { errorCode, isInfrastructure } from './failure.js';

const withCode = (code: string, message = 'Ffion Pritchard'): Error => Object.assign(new Error(message), { code });
const queryFailed = (code: string): Error => new QueryFailedError('select 1', [], withCode(code));

describe('a failure', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '08006', '53300', '57P01', '57P03', '40001', '40P01', '55P03'])('with the code %s is the infrastructure’s', (code) => {
    expect(isInfrastructure(withCode(code))).toBe(true);
    expect(isInfrastructure(queryFailed(code))).toBe(true);
    expect(isInfrastructure(new Error('wrapped', { cause: withCode(code) }))).toBe(true);
  });

  it.each(['23505', '22P02', '42501', '25P04', '57014', 'MESSAGE_MALFORMED'])('with the code %s is the event’s', (code) => {
    expect(isInfrastructure(withCode(code))).toBe(false);
    expect(isInfrastructure(queryFailed(code))).toBe(false);
  });

  it('without a code is the infrastructure’s when pg lost its connection', () => {
    expect(isInfrastructure(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isInfrastructure(new Error('a child without a stay'))).toBe(false);
    expect(isInfrastructure('a text')).toBe(false);
  });

  it('is kept as its code and a line of our code, never with its words', () => {
    expect(errorCode(queryFailed('23505'))).toMatch(/^23505 at failure\.spec\.ts:\d+$/);
    expect(errorCode(new TypeError('Ffion Pritchard'))).toMatch(/^TypeError at failure\.spec\.ts:\d+$/);
    expect(errorCode(withCode('Ffion'))).toMatch(/^Error at /);
    expect(errorCode('Ffion Pritchard')).toBe('NOT_AN_ERROR');
  });

  it('ends although its causes run in a circle', () => {
    const circle = new Error('a') as Error & { cause: unknown };
    circle.cause = circle;
    expect(isInfrastructure(circle)).toBe(false);
  });
});
