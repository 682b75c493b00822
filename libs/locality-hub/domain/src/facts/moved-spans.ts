import type { LocalDate } from '@permanence/kernel/values';
import type { Fact, KnownFact } from './fact.js';

/** Facts that begin a span of days and whose key is its first day; `<key>:ended` ends it. */
const SPANS: readonly Fact['type'][] = ['care-period-started', 'placement-started'];

/** Of facts that lost their key and facts that have a new one: which is which, by the spans that overlap. By key of the later fact. */
export const pairedBySpan = (lost: readonly KnownFact[], found: readonly Fact[], before: readonly Fact[], after: readonly Fact[]): ReadonlyMap<string, KnownFact> => {
  const pairs = new Map<string, KnownFact>();
  if (lost.length === 0 || found.length === 0) return pairs;
  const lostByKey = new Map(lost.map((fact) => [fact.key, fact]));
  for (const type of SPANS) {
    const earlier = spansOf(lost, type, before);
    for (const span of spansOf(found, type, after)) {
      const match = earlier.find((candidate) => !candidate.taken && overlap(candidate, span));
      if (match === undefined) continue;
      match.taken = true;
      for (const suffix of ['', ':ended']) {
        const fact = lostByKey.get(`${match.key}${suffix}`);
        if (fact !== undefined) pairs.set(`${span.key}${suffix}`, fact);
      }
    }
  }
  return pairs;
};

type Span = { key: string; from: LocalDate; to: LocalDate | undefined; taken: boolean };

const spansOf = (begun: readonly Fact[], type: Fact['type'], all: readonly Fact[]): Span[] => {
  const ends = new Map(all.map((fact) => [fact.key, fact.effectiveOn]));
  return begun.filter((fact) => fact.type === type).map(({ key, effectiveOn }) => ({ key, from: effectiveOn, to: ends.get(`${key}:ended`), taken: false }));
};

const overlap = (a: Span, b: Span): boolean => (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);
