import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { Told } from '../told.fixture.js';

const D = '2026-09-30';

describe('care, reviews and exits, counted from events', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  it('looked after on a day: from the first day to the day before the end, each child once', async () => {
    const told = new Told(STAFFORDSHIRE, '2026-10-01');
    told.child('in').inCare('2026-01-05');
    told.child('enters on D').inCare(D);
    told.child('leaves on D').inCare('2026-01-05', { to: D });
    told.child('leaves the day after').inCare('2026-01-05', { to: '2026-10-01' });
    told.child('not yet').inCare('2026-10-01');
    told.child('twice').inCare('2026-01-05', { to: '2026-03-01' }).inCare('2026-06-01');
    told.child('overlapping').inCare('2026-01-05').inCare('2026-06-01');
    await region.hear(STAFFORDSHIRE, told.events);
    expect(await region.share('cla-number-looked-after', STAFFORDSHIRE, D)).toEqual([5, 5]);
    expect(await region.share('cla-number-looked-after', STAFFORDSHIRE, '2026-04-30')).toEqual([4, 4]);
  });

  it('special guardianship among exits, each child once', async () => {
    const told = new Told(STOKE, '2026-10-01');
    const left = (name: string, on: string, reason: string) => told.child(name).inCare('2025-01-06', { to: on, reason });
    left('sgo', '2026-04-01', 'E45');
    left('sgo to former foster carers', D, 'E46');
    left('home', '2026-05-01', 'E4A');
    left('adopted', '2026-05-01', 'E11');
    left('last year', '2026-03-31', 'E47');
    left('after D', '2026-10-01', 'E48');
    told.child('twice').inCare('2025-01-06', { to: '2026-05-01', reason: 'E4B' }).inCare('2026-06-01', { to: '2026-09-01', reason: 'E47' });
    told.child('no reason').inCare('2025-01-06', { to: '2026-05-01' });
    await region.hear(STOKE, told.events);
    expect(await region.share('sgo-share-of-care-exits-percentage', STOKE, D)).toEqual([3, 6]);
  });

  it('back within 6 and 12 months of going home (locality-hub scenario 7)', async () => {
    const told = new Told(SHROPSHIRE, '2027-06-01');
    const home = (name: string, wentOn: string, backOn?: string, reason = 'E4A') => {
      const child = told.child(name).inCare('2024-01-08', { to: wentOn, reason });
      if (backOn !== undefined) child.inCare(backOn);
    };
    home('Eli', '2025-12-19', '2026-05-22');
    home('Fay', '2025-01-10', '2025-08-09');
    home('on the last day', '2025-12-31', '2026-06-30');
    home('a day late', '2025-12-30', '2026-07-01');
    home('never back', '2025-10-01');
    home('E13', '2025-11-01', '2026-01-01', 'E13');
    home('not home', '2025-11-01', '2026-01-01', 'E45');
    await region.hear(SHROPSHIRE, told.events);
    // D 30 June 2026: went home from 31 December 2024 to 30 December 2025.
    expect((await region.children('rth-re-entry-within-6-months', SHROPSHIRE, '2026-06-30')).sort()).toEqual(['Eli', 'E13'].map((name) => told.child(name).id).sort());
    expect(await region.share('rth-re-entry-within-6-months', SHROPSHIRE, '2026-06-30')).toEqual([2, 5]);
    // D 31 December 2026: the 12 months to 31 December 2025.
    expect((await region.children('rth-re-entry-within-12-months', SHROPSHIRE, '2026-12-31')).sort()).toEqual(['Eli', 'Fay', 'E13', 'a day late', 'on the last day'].map((name) => told.child(name).id).sort());
  });

  it('a return on the very day six months on counts; the 12 months to 28 February begin on 1 March, also after a 29 February', async () => {
    const told = new Told(TELFORD, '2027-06-01');
    told.child('on the day').inCare('2024-01-08', { to: '2025-12-31', reason: 'E4B' }).inCare('2026-06-30');
    told.child('the day after').inCare('2024-01-08', { to: '2025-12-30', reason: 'E4B' }).inCare('2026-07-01');
    told.child('home on 29 February').inCare('2022-01-10', { to: '2024-02-29', reason: 'E4A' });
    told.child('home on 1 March').inCare('2022-01-10', { to: '2024-03-01', reason: 'E4A' });
    await region.hear(TELFORD, told.events);
    expect(await region.children('rth-re-entry-within-6-months', TELFORD, '2026-07-31')).toEqual([told.child('on the day').id]);
    expect(await region.share('rth-re-entry-within-6-months', TELFORD, '2026-07-31')).toEqual([1, 2]);
    expect(await region.share('rth-re-entry-within-6-months', TELFORD, '2025-08-31')).toEqual([0, 1]);
    expect(await region.share('rth-re-entry-within-6-months', TELFORD, '2024-08-31')).toEqual([0, 1]);
  });
});

describe('reviews, counted from events', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  it('in time: what was due in twelve months, of children in care on that day', async () => {
    const told = new Told(STAFFORDSHIRE, '2026-10-05');
    const start = { firstReviewDueOn: '2026-02-02' };
    // Ada: first review in time, second a day late, the third not yet due.
    told.child('Ada').inCare('2026-01-05', start).review('2026-02-02', { nextDueOn: '2026-05-02' }).review('2026-05-03', { nextDueOn: '2026-11-03' });
    // Ben: no review at all. Cal left before it was due. Dee was placed for adoption by then.
    told.child('Ben').inCare('2026-01-05', start);
    told.child('Cal').inCare('2026-01-05', { ...start, to: '2026-02-02', reason: 'E4A' });
    told.child('Dee').inCare('2026-01-05', start).stay('A5', '2026-02-01');
    // Eve: the start is not known, so her clock begins with the first review held.
    told.child('Eve').inCare('2025-06-01').review('2026-01-10', { nextDueOn: '2026-07-10' }).review('2026-07-10', { nextDueOn: '2027-01-10' });
    // Fin: due exactly twelve months before D, so just outside; due on D, held the day after.
    told.child('Fin').inCare('2025-01-06').review('2025-03-30', { nextDueOn: '2025-09-30' }).review('2026-03-30', { nextDueOn: '2026-09-30' }).review('2026-10-01', { nextDueOn: '2027-04-01' });
    // Gil: no clock runs after the review.
    told.child('Gil').inCare('2025-01-06').review('2026-03-30');
    await region.hear(STAFFORDSHIRE, told.events);
    // Due: Ada's first (in time) and second (late), Ben's, Eve's (in time), Fin's of D (late).
    expect(await region.share('cla-reviews-in-timescale-percentage', STAFFORDSHIRE, D)).toEqual([2, 5]);
    expect(await region.share('cla-reviews-in-timescale-percentage', STAFFORDSHIRE, '2026-01-31')).toEqual([0, 1]);
  });

  it('the 12 months to 28 February begin on 1 March: what was due on a 29 February was due in the 12 months before', async () => {
    const told = new Told(TELFORD, '2026-10-05');
    for (const due of ['2024-02-29', '2024-03-01']) told.child(due).inCare('2023-11-06').review('2023-11-29', { nextDueOn: due });
    await region.hear(TELFORD, told.events);
    expect(await region.share('cla-reviews-in-timescale-percentage', TELFORD, '2025-02-28')).toEqual([0, 1]);
    expect(await region.share('cla-reviews-in-timescale-percentage', TELFORD, '2024-02-29')).toEqual([0, 1]);
  });

  it('participation: 30 of 34 reviews (locality-hub scenario 16), and the children', async () => {
    const told = new Told(STOKE, '2026-10-01');
    const codes = { PN0: 6, PN1: 14, PN2: 3, PN3: 1, PN4: 2, PN5: 6, PN6: 4, PN7: 4 };
    for (const [participation, count] of Object.entries(codes))
      for (let i = 0; i < count; i += 1) told.child(`${participation} ${i}`).born(participation === 'PN0' ? '2022-10-01' : '2022-09-30').inCare('2026-01-05').review(D, { participation });
    await region.hear(STOKE, told.events);
    expect(await region.share('fos-review-participation-percentage', STOKE, D)).toEqual([30, 34]);
    expect((await region.counts('fos-review-participation-count', STOKE, D)).numerator).toBe(30);
  });

  it('participation: the number counts children, the share reviews; a missing birth date stays below the line', async () => {
    const told = new Told(SHROPSHIRE, '2026-10-01');
    told.child('a').born('2015-01-01').inCare('2026-01-05').review('2026-05-01', { participation: 'PN1' }).review('2026-08-01', { participation: 'PN3' }).review('2026-03-31', { participation: 'PN1' });
    told.child('b').inCare('2026-01-05').review('2026-05-01', { participation: 'PN1' });
    told.child('c').born('2015-01-01').inCare('2026-01-05').review('2026-05-01');
    await region.hear(SHROPSHIRE, told.events);
    expect(await region.share('fos-review-participation-percentage', SHROPSHIRE, D)).toEqual([2, 4]);
    expect(await region.share('fos-review-participation-count', SHROPSHIRE, D)).toEqual([1, 1]);
  });
});

describe('placements, counted from events', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  it('endings that the carer asked for, in foster care, in the year', async () => {
    const told = new Told(STAFFORDSHIRE, '2026-10-01');
    const stay = (name: string, type: string, to: string, asked: boolean) => told.child(name).inCare('2026-01-05').stay(type, '2026-01-05', { to, ...(asked ? { unplannedByCarer: true as const } : {}) });
    stay('asked', 'U6', '2026-04-01', true);
    stay('asked on D', 'U1', D, true);
    stay('last year', 'U6', '2026-03-31', true);
    stay('after D', 'U6', '2026-10-01', true);
    stay('another reason', 'U6', '2026-05-01', false);
    stay('a home', 'K2', '2026-05-01', true);
    await region.hear(STAFFORDSHIRE, told.events);
    expect(await region.share('fos-unplanned-endings-carer-request', STAFFORDSHIRE, D)).toEqual([2, 2]);
  });

  it('early permanence: placements begun in the year, one that goes on counted once', async () => {
    const told = new Told(STOKE, '2026-10-01');
    told.child('a').inCare('2026-05-01').stay('U5', '2026-05-01', { to: '2026-06-01' }).stay('T1', '2026-06-01', { to: '2026-06-05', returnsTo: '2026-05-01' }).stay('U5', '2026-06-05', { continues: '2026-05-01' });
    told.child('b').inCare('2026-01-05').stay('U6', '2026-01-05', { to: '2026-07-01' }).stay('U2', '2026-07-01', { continues: '2026-01-05' });
    told.child('c').inCare('2026-03-31').stay('U2', '2026-03-31');
    told.child('d').inCare('2026-05-01').stay('U6', '2026-05-01');
    await region.hear(STOKE, told.events);
    expect((await region.children('reg-early-permanence-placements', STOKE, D)).sort()).toEqual([told.child('a').id, told.child('b').id].sort());
  });

  it('a child is 16 from the first moment of the birthday; without a birth date a child stays below the line', async () => {
    const told = new Told(SHROPSHIRE, '2026-10-01');
    const settled = (name: string, born?: string) => {
      const child = told.child(name);
      if (born !== undefined) child.born(born);
      child.inCare('2020-01-06').stay('U4', '2020-01-06');
    };
    settled('15', '2010-10-01');
    settled('16 on D', '2010-09-30');
    settled('not recorded');
    await region.hear(SHROPSHIRE, told.events);
    expect(await region.share('fos-stability-long-term-percentage', SHROPSHIRE, D)).toEqual([1, 2]);
  });
});
