import { type FieldName, partsOfName } from './shared-field.js';

/** Something that leaves its council under no agreement and no grant, with the names that it goes by: a whole thing, or one field of it. */
export type NeverShared = Readonly<{ id: string; words: string; entities: readonly string[]; fields: readonly string[] }>;

/** The never-list of regional-hub 2.3, as data. No agreement can name what stands here (rule 9). */
export const NEVER_SHARED: readonly NeverShared[] = [
  { id: 'court', words: 'court documents and expert reports', entities: ['court-document', 'court-bundle', 'expert-report'], fields: [] },
  { id: 'notes', words: 'the chronology and case notes', entities: ['chronology', 'chronology-entry', 'case-note', 'daily-record'], fields: [] },
  {
    id: 'birth-parents', words: 'who the birth parents are and where they live', entities: ['birth-parent', 'birth-mother', 'birth-father', 'birth-family'],
    fields: ['child.birthMother', 'child.birthFather', 'child.birthMotherAddress', 'child.birthFatherAddress', 'care-period.homePostcode', 'stay.homePostcode'],
  },
  { id: 'allegations', words: 'allegations about named people', entities: ['allegation'], fields: [] },
  { id: 'health', words: 'the full health record and the NHS number', entities: ['health-record', 'medical-report'], fields: ['child.nhsNumber'] },
  { id: 'upn', words: 'the unique pupil number', entities: [], fields: ['child.upn', 'education.upn'] },
  { id: 'criminal', words: 'criminal records', entities: ['criminal-record', 'conviction'], fields: ['child.convicted'] },
  { id: 'carers', words: "carers' money and their criminal record checks", entities: ['carer-finance', 'dbs-check', 'payee', 'bank-account'], fields: ['carer.dbsNumber', 'household.income'] },
  { id: 'after-adoption', words: 'the adoption case record after the order', entities: ['adoption-case-record', 'sealed-record'], fields: [] },
  { id: 'letterbox', words: 'who writes to whom through the letterbox', entities: ['letterbox', 'letterbox-agreement', 'letterbox-exchange'], fields: [] },
  { id: 'restricted', words: 'any record under restricted access', entities: ['restricted-record', 'restriction'], fields: [] },
];

/** What of the never-list a field belongs to, whichever service keeps it; undefined when to none of it. */
export const neverShared = (name: FieldName): NeverShared | undefined => {
  const { entity, field } = partsOfName(name);
  return NEVER_SHARED.find(({ entities, fields }) => entities.includes(entity) || fields.includes(`${entity}.${field}`));
};
