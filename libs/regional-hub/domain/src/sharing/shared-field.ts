import type { Branded } from '@permanence/kernel/values';

/** A field as an agreement names it: `locality-hub.child.birthDate`, the service that keeps it, the thing, the field. */
export type FieldName = Branded<string, 'FieldName'>;

/** @throws TypeError when the text is not three names with dots between them. */
export const FieldName = (text: string): FieldName => {
  if (!/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.[a-z][A-Za-z]*$/.test(text) || text.length > 120) throw new TypeError('Write the field as the agreement does, such as locality-hub.child.birthDate.');
  return text as FieldName;
};

/** The three parts of a field's name. */
export const partsOfName = (name: FieldName): Readonly<{ context: string; entity: string; field: string }> => {
  const [context = '', entity = '', field = ''] = name.split('.');
  return { context, entity, field };
};

/** L0: counts and shares only. L1: a row of the tracker, without a name. L2: the profile of one child, under a grant (regional-hub 2.3). */
export const SHARING_LEVELS = ['L0', 'L1', 'L2'] as const;
export type SharingLevel = (typeof SHARING_LEVELS)[number];

/** How a field may leave its council, the finest first. */
export const TRANSFORMS = ['as-is', 'ref-only', 'month-only', 'broad-group', 'age-band'] as const;
export type Transform = (typeof TRANSFORMS)[number];

/** One field that an agreement names, for one level, and why. */
export type SharedField = Readonly<{ name: FieldName; level: SharingLevel; transform: Transform; justification: string }>;

/** What tells two fields of one agreement apart: a field may be shared at several levels. */
export const keyOfField = ({ level, name }: Pick<SharedField, 'level' | 'name'>): string => `${level} ${name}`;

/** The names shared at a level. */
export const namesAt = (fields: readonly SharedField[], level: SharingLevel): ReadonlySet<FieldName> => new Set(fields.filter((field) => field.level === level).map(({ name }) => name));
