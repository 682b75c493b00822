import { LocalDate } from '@permanence/kernel/values';
import { wordsIn } from '../svg.js';
import { kayden } from './care.fixture.js';
import { carePicture, carePictureNotes } from './picture.js';
import { type CareFacts, careStory, careTables } from './story.js';

const storyOf = (facts: CareFacts) => {
  const story = careStory(facts);
  if (story === null) throw new Error('this child has a story');
  return story;
};
const drawingsOf = (facts: CareFacts): readonly string[] => Object.values(carePicture(storyOf(facts)));

describe('the care picture', () => {
  it('says in its heading what happened', () => {
    expect(storyOf(kayden).title).toBe('Kayden has had six homes in two times in care, and the same home since 30 August 2024');
  });

  it('is an image with a name and a description, and has neither style nor script', () => {
    for (const svg of drawingsOf(kayden)) {
      expect(svg).toMatch(/role="img" aria-labelledby="care-(wide|mid|narrow)-t care-(wide|mid|narrow)-d"/);
      expect(svg).toContain('<title id="care-');
      expect(svg).not.toMatch(/style=|<script|\son[a-z]+=/);
    }
  });

  it('draws text at 16 px for 1,160, 900 and 288 px', () => {
    expect(drawingsOf(kayden).map((svg) => /width="(\d+)"/.exec(svg)?.[1])).toEqual(['1160', '900', '288']);
    for (const svg of drawingsOf(kayden)) expect(svg.match(/font-size="\d+"/g)).toEqual(['font-size="16"']);
  });

  it('holds no number that its tables do not hold', () => {
    const { legal, homes } = careTables(kayden);
    const story = storyOf(kayden);
    const late = story.reviews.filter(({ daysLate }) => daysLate > 0).map(({ daysLate }) => daysLate);
    const tables = JSON.stringify([legal, homes, kayden.reviews.length, kayden.workers.length, late]);
    const shared = '9 days'; // two statuses of 2 and 7 days share one label
    for (const svg of drawingsOf(kayden))
      for (const [number] of wordsIn(svg).replaceAll(shared, '').matchAll(/\d+/g)) expect(tables).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
  });

  it('puts labels that are too long for their band above it, neighbours under one label', () => {
    expect(wordsIn(carePicture(storyOf(kayden)).wide)).toContain('Police protection, emergency protection order: 9 days');
  });

  it('names each home with how long, and why where it was unplanned', () => {
    expect(wordsIn(carePicture(storyOf(kayden)).wide)).toContain('Agency carers, Stone 7 months, the carers asked');
  });

  it('keeps everything inside its sheet', () => {
    for (const [svg, width] of [[carePicture(storyOf(kayden)).wide, 1160], [carePicture(storyOf(kayden)).narrow, 288]] as const)
      for (const [, x = '0'] of svg.matchAll(/<(?:text|rect|circle)[^>]* c?x="([-\d.]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(width);
  });

  it('names a crowd of short legal statuses as far as there is room', () => {
    const days = Array.from({ length: 12 }, (_, at) => LocalDate(`2025-01-${String(6 + 2 * at).padStart(2, '0')}`));
    const crowd = days.map((from, at) => ({ from, to: days[at + 1] ?? null, status: at % 2 === 0 ? 'J1' : 'L3' }));
    for (const kept of [crowd.slice(0, 4), crowd]) {
      const svg = carePicture(storyOf({ ...kayden, legal: kept.map((each, at) => (at === kept.length - 1 ? { ...each, to: null, status: 'C2' } : each)) })).wide;
      for (const [, x = '0'] of svg.matchAll(/<text[^>]* x="([-\d.]+)"/g)) expect(Number(x)).toBeGreaterThanOrEqual(0);
    }
    expect(wordsIn(carePicture(storyOf({ ...kayden, legal: crowd })).wide)).toContain('11 legal statuses: 3 weeks');
  });

  it('ends where the files end, and says so', () => {
    const svg = carePicture(storyOf({ ...kayden, asAt: LocalDate('2026-03-31') })).wide;
    expect(svg).toContain('31 Mar 2026');
    expect(svg).not.toContain('Today');
  });

  it('is not drawn for a child whose time in care is not known', () => {
    expect(careStory({ ...kayden, care: [] })).toBeNull();
  });

  it('stands for a few days in one home', () => {
    const facts: CareFacts = { ...kayden, called: 'this child', born: null, care: [{ from: LocalDate('2026-11-20'), startKnown: true, to: null, reason: null }], legal: [{ from: LocalDate('2026-11-20'), to: null, status: 'L1' }], homes: [{ from: LocalDate('2026-11-20'), to: null, placement: 'U6', provider: 'PR1', place: null, outsideAuthority: null, reason: null, unplanned: false }], workers: [], reviews: [] };
    expect(storyOf(facts).title).toBe('This child has had one home in one time in care, and has lived there since 20 November 2026');
    expect(wordsIn(carePicture(storyOf(facts)).wide)).toContain('Own carers 4 days');
    expect(carePictureNotes(storyOf(facts), '20 November 2026', 'today').wide).toBe('Legal status and homes from 20 November 2026 to today. Grey is time in care.');
  });
});

describe('its tables', () => {
  it('are newest first and say why a home ended', () => {
    const { legal, homes } = careTables(kayden);
    expect(legal[0]).toEqual({ status: 'Care order', from: '2025-02-04', to: null, span: '1 year 9 months' });
    expect(homes.map(({ number, home, note }) => [number, home, note]).slice(0, 2)).toEqual([[6, 'Own foster carers, long term, Leek', null], [5, 'Agency foster carers, Stone', 'The carers asked, because of behaviour (unplanned)']]);
  });
});
