import { type FieldName, type SharedField, TRANSFORMS, type Transform } from './shared-field.js';

/** What may be stored outside the councils: each field with the finest form that an agreement in force names for statistics or for the tracker. */
export type Storable = ReadonlyMap<FieldName, Transform>;

/** A profile (L2) is read where the record is, under a grant: it is never stored. */
export const storableOf = (fields: readonly SharedField[]): Storable => {
  const storable = new Map<FieldName, Transform>();
  for (const { name, level, transform } of fields) {
    const known = storable.get(name);
    if (level !== 'L2' && (known === undefined || TRANSFORMS.indexOf(transform) < TRANSFORMS.indexOf(known))) storable.set(name, transform);
  }
  return storable;
};

export const BROAD_GROUPS = ['white', 'mixed', 'asian', 'black', 'other', 'not-known'] as const;
export type BroadGroup = (typeof BROAD_GROUPS)[number];

const BY_FIRST_LETTER: Readonly<Record<string, BroadGroup>> = { W: 'white', M: 'mixed', A: 'asian', B: 'black', C: 'asian', O: 'other' };

/** The broad group of a 903 ethnic group. */
export const broadGroupOf = (code: string): BroadGroup => BY_FIRST_LETTER[code.charAt(0)] ?? 'not-known';

/** A day is kept as the first of its month; of a list each. */
const toMonth = (value: unknown): unknown => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? `${value.slice(0, 7)}-01` : undefined);

const toGroup = (value: unknown): unknown => (typeof value === 'string' ? broadGroupOf(value) : undefined);

/**
 * A value as it may be stored: changed as the agreement says, or undefined where it may not be stored at all.
 * A band of ages moves with the day, so it is made when it is shown; stored it would be the birth date in another form.
 */
export const storedValue = (storable: Storable, name: FieldName, value: unknown): unknown => {
  const transform = storable.get(name);
  if (transform === undefined || transform === 'age-band' || value === undefined || value === null) return undefined;
  if (transform === 'month-only') return toMonth(value);
  return transform === 'broad-group' ? toGroup(value) : value;
};
