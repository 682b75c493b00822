import { LocalDate, type TenantId } from '@permanence/kernel/values';
import type { CouncilFile } from '@permanence/testing/region';
import { type CouncilYear, type DemonstrationCouncil, makeCouncil } from '../../../../tools/demonstration/index.js';

/** The day on which the region is asked, and the first month that anybody holds. */
export const TODAY = LocalDate('2026-11-24');
export const FIRST_MONTH = '2020-04';
export const SEED = 'permanence';

const STAFFORDSHIRE = 'E10000028';
const SHROPSHIRE = 'E06000051';
const TELFORD = 'E06000020';

/** A collection as a council loaded it on a day. */
export type Loading = Readonly<{ council: TenantId; day: LocalDate; year: number; asAt?: string; files: readonly CouncilFile[] }>;

const textOf = ({ files }: CouncilYear): CouncilFile[] => files.map(({ name, csv }) => ({ name, text: [...csv()].join('') }));

const codeIn = (line: string): string => line.slice(0, line.indexOf(','));

/** The names of the children of a collection. */
const namesIn = ({ names }: DemonstrationCouncil, files: readonly CouncilFile[]): CouncilFile => {
  const codes = new Set((files.find(({ name }) => name === 'header.csv')?.text ?? '').split('\r\n').map(codeIn));
  return { name: names.name, text: [...names.csv()].filter((line, at) => at === 0 || codes.has(codeIn(line))).join('') };
};

/** Every nth line after the first as `spoil` would have it. */
const spoilt = (text: string, nth: number, spoil: (line: string) => string): string =>
  text.split('\r\n').map((line, at) => (at > 0 && at % nth === 0 && line !== '' ? spoil(line) : line)).filter((line) => line !== 'gone').join('\r\n');

const dayBefore = (day: string): string => (day.startsWith('01') ? day : `${String(Number(day.slice(0, 2)) - 1).padStart(2, '0')}${day.slice(2)}`);

/** A collection as it came in at first: some reviews, decisions and birthdays left out, some providers and last days wrong. */
const MISTAKES: Readonly<Record<string, (text: string) => string>> = {
  'episodes.csv': (text) => spoilt(spoilt(text, 13, (line) => line.replace(/,PR(1|4),/, (_, kind: string) => `,PR${kind === '1' ? 4 : 1},`)), 7, (line) => line.replace(/\d\d\/\d\d\/\d{4}(?=,E\w+,)/, dayBefore)),
  'reviews.csv': (text) => spoilt(text, 9, () => 'gone'),
  'placed_adoption.csv': (text) => spoilt(text, 2, () => 'gone'),
  'oc3.csv': (text) => spoilt(text, 4, () => 'gone'),
};

const withMistakes = (files: readonly CouncilFile[]): CouncilFile[] => files.map(({ name, text }) => ({ name, text: MISTAKES[name]?.(text) ?? text }));

/** Staffordshire is early enough for March to be known when it is reported; Shropshire leaves a collection out and loads it a year late; Telford never sends one file of another. */
const dayOf = (council: string, year: number): LocalDate => {
  if (council === SHROPSHIRE && year === 2023) return LocalDate('2024-09-12');
  return LocalDate(council === STAFFORDSHIRE ? `${year}-04-08` : `${year}-06-${10 + (year % 10)}`);
};
const isSent = (council: string, year: number) => ({ name }: CouncilFile): boolean => council !== TELFORD || year !== 2022 || name !== 'placed_adoption.csv';

/** The day on which every council puts right what it had sent in 2026. */
const MENDED_ON = LocalDate('2026-08-03');

/** The days on which files came in. */
export const LOADING_DAYS: readonly LocalDate[] = [MENDED_ON, ...[STAFFORDSHIRE, SHROPSHIRE, TELFORD].flatMap((council) => [2021, 2022, 2023, 2024, 2025, 2026].map((year) => dayOf(council, year)))];

/** All that a council loaded, of so many children looked after today. */
export const loadingsOf = (council: TenantId, lookedAfterNow: number): readonly Loading[] => {
  const made = makeCouncil({ authority: council, seed: SEED, today: TODAY, lookedAfterNow });
  return made.years.flatMap(({ year, asAt, ...rest }): Loading[] => {
    const sent = textOf({ year, ...rest }).filter(isSent(council, year));
    const files = [...sent, namesIn(made, sent)];
    if (asAt !== undefined) return [{ council, day: TODAY, year, asAt, files }];
    const loading = { council, day: dayOf(council, year), year, files };
    return year === 2026 ? [{ ...loading, files: withMistakes(files) }, { ...loading, day: MENDED_ON }] : [loading];
  });
};

/** A council's staff list: those who wrote its record. */
export type Staff = Readonly<{ council: TenantId; items: readonly object[] }>;

/** Two workers, a manager and a reviewing officer: by whose hands a record is written is no indicator's affair. */
export const staffOf = (council: TenantId): Staff => {
  const of = (role: string, at: number) => ({ registration: `SW9${council.slice(-4)}${at}`, forename: 'Maud', surname: 'Tansley', team: 'Elsewhere', role });
  return { council, items: [of('locality-social-worker', 1), of('locality-social-worker', 2), of('team-manager', 3), of('reviewing-officer', 4)] };
};

type Entered = Readonly<{ council: TenantId; day: LocalDate; year: number; children: number; source: string }>;

const entered = (council: string, day: string, year: number, children: number): Entered => ({ council: council as TenantId, day: LocalDate(day), year, children, source: 'Office for National Statistics' });

/** Two councils enter their populations, one of them a better one for the same year and one for a newer; two never do. */
export const POPULATIONS: readonly Entered[] = [
  entered(STAFFORDSHIRE, '2023-02-01', 2022, 171_000), entered(STAFFORDSHIRE, '2024-02-01', 2022, 172_500), entered(SHROPSHIRE, '2024-05-05', 2023, 59_800), entered(STAFFORDSHIRE, '2025-08-20', 2024, 174_300),
];
