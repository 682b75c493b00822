import type { Council } from '../councils.js';
import type { PostcodeBook } from '../postcodes.js';
import type { Random } from '../random.js';

/** Where a child lives: a household, a home or a hospital, by what the files say of it. */
export type Place = Readonly<{ provider: string; post: string; urn: string }>;

export type PlaceKind = 'own' | 'agency' | 'home' | 'ownHome' | 'supported' | 'mother' | 'school' | 'secure' | 'custody';

/** The carers, homes and agencies that a council uses. Reference numbers are invented. */
export class Market {
  readonly #places: Readonly<Record<PlaceKind, readonly Place[]>>;
  readonly #area: readonly string[];
  readonly #outside: (random: Random) => string;
  readonly #ownAgency: string;
  readonly staying: number;

  constructor(council: Council, book: PostcodeBook, size: number, random: Random) {
    this.staying = council.staying;
    this.#area = book.inAuthority(council.authority);
    this.#outside = (draw) => draw.pick(book.inAuthority(draw.weighted(council.neighbours)));
    this.#ownAgency = `SC0${council.workerDigit}0001`;
    const fostering = agencies(council.workerDigit, random);
    this.#places = {
      own: list(size * 0.3, () => ({ provider: 'PR1', urn: this.#ownAgency, post: this.near(0.93, random) })),
      agency: list(size * 0.22, () => ({ ...random.pick(fostering), post: this.near(0.6, random) })),
      home: list(size * 0.06, () => ({ provider: random.chance(0.88) ? 'PR4' : 'PR5', urn: homeUrn(random), post: this.near(0.6, random) })),
      ownHome: list(size * 0.006, () => ({ provider: 'PR1', urn: homeUrn(random), post: this.near(1, random) })),
      supported: list(size * 0.03, () => ({ provider: random.chance(0.8) ? 'PR4' : 'PR5', urn: homeUrn(random), post: this.near(0.75, random) })),
      mother: list(2, () => ({ provider: 'PR4', urn: homeUrn(random), post: this.near(0.5, random) })),
      school: list(size * 0.004, () => ({ provider: 'PR4', urn: homeUrn(random), post: this.near(0.4, random) })),
      secure: list(1, () => ({ provider: 'PR2', urn: homeUrn(random), post: this.near(0, random) })),
      custody: list(1, () => ({ provider: 'PR3', urn: '', post: this.near(0, random) })),
    };
  }

  one(kind: PlaceKind, random: Random): Place {
    return random.pick(this.#places[kind]);
  }

  /** A relative or friend, assessed by the council's own fostering service. */
  relative(random: Random): Place {
    return { provider: 'PR1', urn: this.#ownAgency, post: this.near(0.8, random) };
  }

  /** Adopters: half of them were found by another agency, many live elsewhere. */
  adopters(random: Random): Place {
    const own = random.chance(0.62);
    return { provider: own ? 'PR1' : 'PR5', urn: own ? 'XXXXXXX' : 'SC060077', post: this.near(own ? 0.55 : 0.15, random) };
  }

  /** A postcode inside the council's area with this probability, else in a neighbour's. */
  near(inside: number, random: Random): string {
    return random.chance(inside) ? random.pick(this.#area) : this.#outside(random);
  }
}

const agencies = (digit: number, random: Random): readonly Pick<Place, 'provider' | 'urn'>[] =>
  Array.from({ length: 9 }, (_, index) => ({ provider: index < 7 ? 'PR4' : 'PR5', urn: `SC4${digit}${index}${random.between(100, 999)}` }));

const homeUrn = (random: Random): string => String(random.between(2_500_000, 2_799_999));

/** At least one, however small the council. */
const list = (count: number, draw: () => Place): readonly Place[] => Array.from({ length: Math.max(1, Math.round(count)) }, draw);
