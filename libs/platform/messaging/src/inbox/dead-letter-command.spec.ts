import { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import { DEAD_LETTER_USAGE, runDeadLetterCommand } from './dead-letter-command.js';
import type { DeadLetter } from './dead-letters.js';

const id = Uuid('2f1c3a52-6a0e-4b5c-9d7e-0a1b2c3d4e5f');
const letter: DeadLetter = {
  tenantId: TenantId('E10000028'),
  eventId: id,
  type: 'locality-hub.review-held',
  error: '23505 at facts.store.ts:41',
  tries: 5,
  failedAt: Instant('2026-09-30T09:41:00.000Z'),
};

/** Dead letters of one council, kept in a list. */
const desk = (letters: DeadLetter[]) => {
  const take = (tenant: TenantId, eventId: Uuid): boolean => {
    const at = letters.findIndex((one) => one.tenantId === tenant && one.eventId === eventId);
    if (at >= 0) letters.splice(at, 1);
    return at >= 0;
  };
  return {
    list: (tenants: readonly TenantId[]) => Promise.resolve(letters.filter(({ tenantId }) => tenants.includes(tenantId))),
    retry: (tenant: TenantId, eventId: Uuid) => Promise.resolve(take(tenant, eventId) ? ('handled' as const) : ('not-found' as const)),
    discard: (tenant: TenantId, eventId: Uuid) => Promise.resolve(take(tenant, eventId)),
  };
};

const run = async (letters: DeadLetter[], ...args: string[]): Promise<{ code: number; lines: string[] }> => {
  const lines: string[] = [];
  const code = await runDeadLetterCommand({ args, deadLetters: desk(letters), by: 'operator', write: (line) => lines.push(line) });
  return { code, lines };
};

describe('the command for dead letters', () => {
  it('lists one authority’s, with what went wrong and where', async () => {
    expect(await run([letter], 'list', '--authority', 'E10000028')).toEqual({
      code: 0,
      lines: [`2026-09-30T09:41:00.000Z  ${id}  locality-hub.review-held  23505 at facts.store.ts:41  (5 tries)`, '1 event waits.'],
    });
    expect((await run([letter], 'list', '--authority', 'E06000051')).lines).toEqual(['No event waits here.']);
  });

  it('retries and discards one event, and says when there is none', async () => {
    expect((await run([letter], 'retry', id, '--authority', 'E10000028')).code).toBe(0);
    expect((await run([letter], 'discard', id, '--authority', 'E10000028')).code).toBe(0);
    expect((await run([], 'retry', id, '--authority', 'E10000028')).code).toBe(1);
    expect((await run([], 'discard', id, '--authority', 'E10000028')).code).toBe(1);
  });

  it.each([[[]], [['list']], [['retry', '--authority', 'E10000028']], [['forget', '--authority', 'E10000028']]])('says how to use it when given %j', async (args) => {
    await expect(run([letter], ...args)).rejects.toThrow(DEAD_LETTER_USAGE);
  });
});
