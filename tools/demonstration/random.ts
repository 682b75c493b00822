/** FNV-1a over the written parts: the same parts give the same seed on every machine. */
export const seedOf = (...parts: readonly (string | number)[]): number => {
  const text = parts.join('\u0000');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

export type Weighted<T> = readonly (readonly [T, number])[];

/** A small generator of pseudo-random numbers (mulberry32). It is repeatable by its seed and never meant to be secret. */
export class Random {
  readonly #seed: number;
  #state: number;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#state = this.#seed;
  }

  /** A generator of its own for a part of the work, so that more draws in one part leave the others as they were. */
  fork(...label: readonly (string | number)[]): Random {
    return new Random(seedOf(this.#seed, ...label));
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** A waiting time with this mean, at least 1. */
  wait(mean: number): number {
    return 1 + Math.floor(-Math.log(1 - this.next()) * mean);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  weighted<T>(table: Weighted<T>): T {
    let left = this.next() * table.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of table) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(table)[0];
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }
}
