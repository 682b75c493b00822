import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { Told, type ToldChild } from '../told.fixture.js';

const D = '2026-09-30';
const DECIDED = 'adoption.should-be-placed-decided';
const PLACED = 'adoption.child-placed';
const AWAY = 'adoption.plan-changed-away';
const ORDER = 'adoption.court-authority-obtained';
const ORDER_ENDED = 'adoption.court-authority-ended';
const ADOPTED = 'adoption.order-made';

describe('the way to adoption, counted from events', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  it('more than 18 months to placement (kpi.md example 6)', async () => {
    const told = new Told(STAFFORDSHIRE, '2026-10-01');
    const child = (name: string, entered: string, ordered: string): ToldChild => {
      const one = told.child(name).inCare(entered);
      one.step(ORDER, ordered);
      return one;
    };
    child('p1', '2024-10-01', '2025-10-01').step(PLACED, '2026-04-01');
    child('p2', '2024-10-01', '2025-10-01').step(PLACED, '2026-04-02');
    child('p3', '2025-02-10', '2025-12-01');
    child('p4', '2025-08-15', '2026-05-01');
    child('p5', '2024-05-01', '2025-05-01').step(ORDER_ENDED, '2026-06-30');
    const p6 = child('p6', '2024-08-01', '2025-08-01');
    p6.step(PLACED, '2026-03-20');
    p6.step(ORDER_ENDED, '2026-07-01');
    p6.step(ADOPTED, '2026-07-01');
    child('before', '2023-01-01', '2024-01-01').step(ORDER_ENDED, '2026-03-31');
    await region.hear(STAFFORDSHIRE, told.events);

    expect(await region.share('ado-waiting-over-18-months-percentage', STAFFORDSHIRE, D)).toEqual([3, 6]);
    expect((await region.counts('ado-waiting-over-18-months-count', STAFFORDSHIRE, D)).numerator).toBe(3);
    expect((await region.children('ado-waiting-over-18-months-count', STAFFORDSHIRE, D)).sort()).toEqual(['p2', 'p3', 'p5'].map((name) => told.child(name).id).sort());
  });

  it('waiting, with and without a placement order, and placed outside the authority', async () => {
    const told = new Told(STOKE, '2026-10-01');
    const child = (name: string): ToldChild => told.child(name).inCare('2025-01-06');
    child('decided').step(DECIDED, '2026-01-10');
    child('decided on D').step(DECIDED, D);
    child('decided after D').step(DECIDED, '2026-10-01');
    const away = child('changed away');
    away.step(DECIDED, '2026-01-10');
    away.step(AWAY, '2026-08-01', { reason: 'RD2' });
    const again = child('changed away and back');
    again.step(DECIDED, '2025-10-10');
    again.step(AWAY, '2026-04-01', { reason: 'RD1' });
    again.step(DECIDED, '2026-07-01');
    const placed = child('placed outside');
    placed.step(DECIDED, '2026-01-10');
    placed.step(ORDER, '2026-02-01');
    placed.step(PLACED, D, { placedOutsideAuthority: true });
    const disrupted = child('placed, then not');
    disrupted.step(DECIDED, '2026-01-10');
    disrupted.step(ORDER, '2026-02-01');
    disrupted.step(PLACED, '2026-03-01', { placedOutsideAuthority: false });
    disrupted.step('adoption.placement-ended', '2026-09-01');
    const adopted = child('adopted');
    adopted.step(DECIDED, '2025-01-10');
    adopted.step(ORDER, '2025-03-01');
    adopted.step(PLACED, '2025-06-01', { placedOutsideAuthority: true });
    adopted.step(ORDER_ENDED, '2026-05-01');
    adopted.step(ADOPTED, '2026-05-01');
    const noPostcode = child('placed, postcode not found');
    noPostcode.step(ORDER, '2026-02-01');
    noPostcode.step(PLACED, '2026-04-01');
    const revoked = child('order revoked');
    revoked.step(ORDER, '2025-03-01');
    revoked.step(ORDER_ENDED, '2026-09-30');
    await region.hear(STOKE, told.events);
    const names = (...them: string[]) => them.map((name) => told.child(name).id).sort();
    const children = async (id: string) => (await region.children(id, STOKE, D)).sort();

    expect(await children('ado-children-waiting')).toEqual(names('decided', 'decided on D', 'changed away and back', 'placed, then not'));
    expect(await children('ado-children-waiting-placement-order')).toEqual(names('placed, then not'));
    expect(await children('ado-children-placed-outside-boundary')).toEqual(names('placed outside'));
    expect(await children('ado-children-adopted')).toEqual(names('adopted'));
    expect(await children('ado-decision-changed-away')).toEqual(names('changed away', 'changed away and back'));
    expect((await region.counts('ado-best-interest-decisions', STOKE, D)).numerator).toBe(2);
    expect((await region.counts('ado-best-interest-decisions', STOKE, '2026-03-31')).numerator).toBe(5);
  });

  it('a plan that changed away without one of the four reasons is not counted', async () => {
    const told = new Told(TELFORD, '2026-10-01');
    told.child('a').step(AWAY, '2026-05-01');
    told.child('b').step(AWAY, '2026-05-01', { reason: 'RD4' });
    told.child('c').step(AWAY, '2026-03-31', { reason: 'RD4' });
    await region.hear(TELFORD, told.events);
    expect(await region.share('ado-decision-changed-away', TELFORD, D)).toEqual([1, 1]);
  });

  it('restatement (kpi.md example 9): other cases, then one more', async () => {
    const told = new Told(SHROPSHIRE, '2026-05-19');
    const adopted = (name: string, on: string, recorded: string) => {
      told.on(recorded);
      return told.child(name).step(ADOPTED, on);
    };
    adopted('AO0', '2026-05-19', '2026-05-19');
    adopted('AO1', '2026-07-03', '2026-07-04');
    const inError = adopted('AO2', '2026-07-14', '2026-07-15');
    adopted('AO5', '2026-07-30', '2026-07-30');
    adopted('AO4', '2026-07-28', '2026-08-11');
    told.on('2026-08-20').child('AO2').step(ADOPTED, '2026-07-14', {}, { corrects: inError, withdrawn: true });
    adopted('AO3', '2026-07-21', '2026-09-02');
    await region.hear(SHROPSHIRE, told.events);
    const names = (...them: string[]) => them.map((name) => told.child(name).id).sort();
    const asKnown = async (on: string) => (await region.children('ado-children-adopted', SHROPSHIRE, '2026-07-31', on)).sort();

    expect(await asKnown('2026-08-07')).toEqual(names('AO0', 'AO1', 'AO2', 'AO5'));
    expect(await asKnown('2026-08-31')).toEqual(names('AO0', 'AO1', 'AO4', 'AO5'));
    expect(await asKnown('2026-11-01')).toEqual(names('AO0', 'AO1', 'AO3', 'AO4', 'AO5'));
  });
});
