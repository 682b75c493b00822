import { setTimeout as wait } from 'node:timers/promises';
import { localityHub } from '@permanence/locality-hub/service';
import { tokenFor } from './running/issuer.js';
import { type RunningServices, startServices } from './running/running-services.js';

const STAFFORDSHIRE = 'E10000028';

/** A role taken away, or an account disabled, refuses whatever is asked this much later. */
const MOST_MS = 1_000;

describe('T11: somebody who may no more', () => {
  let running: RunningServices;
  beforeAll(async () => {
    running = await startServices([localityHub]);
  });
  afterAll(() => running.stop());

  const statusFor = async (token: string, path: string): Promise<number> => {
    const answer = await fetch(`${running.urlOf('locality-hub')}${path}`, { headers: { authorization: `Bearer ${token}` } });
    await answer.text();
    return answer.status;
  };

  const subjectOf = (token: string): string => (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;

  /** Asks all the time, so that the answer is as old as it may be, and returns when it was first refused. */
  const refusedAfter = async (token: string, path: string, refusal: number): Promise<number> => {
    const begun = performance.now();
    while (performance.now() - begun < 3 * MOST_MS) {
      const asked = performance.now();
      if ((await statusFor(token, path)) === refusal) return asked - begun;
      await wait(20);
    }
    return Infinity;
  };

  it('is refused at the next request when the role was taken away', async () => {
    const token = await tokenFor({ origin: running.issuerUrl, role: 'performance-officer', authority: STAFFORDSHIRE });
    expect(await statusFor(token, '/imports')).toBe(200);
    running.issuer.removeRole(subjectOf(token), 'performance-officer');
    expect(await refusedAfter(token, '/imports', 403)).toBeLessThanOrEqual(MOST_MS);
    await wait(MOST_MS);
    expect(await statusFor(token, '/imports')).toBe(403);
  });

  it('is signed out everywhere when the account was disabled, and cannot sign in again', async () => {
    const wanted = { origin: running.issuerUrl, role: 'team-manager', authority: STAFFORDSHIRE };
    const tokens = [await tokenFor(wanted), await tokenFor(wanted)];
    const [desk = '', phone = ''] = tokens;
    expect(subjectOf(desk)).toBe(subjectOf(phone));
    expect(await Promise.all(tokens.map((token) => statusFor(token, '/children')))).toEqual([200, 200]);
    running.issuer.disableAccount(subjectOf(desk));
    const refused = await Promise.all(tokens.map((token) => refusedAfter(token, '/children', 401)));
    expect(Math.max(...refused)).toBeLessThanOrEqual(MOST_MS);
    expect(subjectOf(await tokenFor(wanted))).not.toBe(subjectOf(desk));
  });

  it('is refused nothing else: who has the same role still works', async () => {
    expect(await statusFor(await running.tokenOf('performance-officer', 'E06000021'), '/imports')).toBe(200);
  });
});
