import { clearFacts } from '../projections/facts.store.js';
import { Region, STAFFORDSHIRE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { INDICATORS } from './indicators.js';

const WITH_EXAMPLE = INDICATORS.flatMap((indicator) => (indicator.example === undefined ? [] : [[indicator.definition.id, indicator.example] as const]));

describe('worked examples', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  it.each(WITH_EXAMPLE)('%s comes to its own', async (id, { told, on, comesTo, children }) => {
    await region.in(STAFFORDSHIRE, (tx) => clearFacts(tx, STAFFORDSHIRE));
    const story = new Told(STAFFORDSHIRE, '2026-10-02');
    told(story);
    await region.hear(STAFFORDSHIRE, story.events);
    expect((await region.children(id, STAFFORDSHIRE, on)).sort()).toEqual(children.map((name) => story.child(name).id).sort());
    expect(await region.share(id, STAFFORDSHIRE, on)).toEqual(comesTo);
  });
});
