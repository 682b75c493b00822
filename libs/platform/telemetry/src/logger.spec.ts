import { rootLogger } from './logger.js';

describe('a logged error', () => {
  const logged = (error: unknown): Record<string, unknown> => {
    const lines: string[] = [];
    rootLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }).child({ service: 'locality-hub' }).error({ error }, 'it failed');
    return (JSON.parse(lines[0] ?? '{}') as { error: Record<string, unknown> }).error;
  };

  it('says what it is and where it arose', () => {
    const { kind, message, stack } = logged(new RangeError('the month is to come'));
    expect([kind, message]).toEqual(['RangeError', 'the month is to come']);
    expect(stack).toContain('logger.spec');
  });

  it('quotes nothing of a database’s words, which may hold a child’s', () => {
    const driverError = { code: '23505', constraint: 'child_key', table: 'child', detail: 'Key (surname)=(Castell) exists.' };
    const error = logged(Object.assign(new Error('duplicate: Castell'), { driverError, parameters: ['Castell'] }));
    expect(error).toMatchObject({ kind: 'Error', code: '23505', constraint: 'child_key', table: 'child' });
    expect(JSON.stringify({ ...error, stack: '' })).not.toContain('Castell');
  });
});
