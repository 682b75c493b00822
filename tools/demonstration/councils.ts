import type { Weighted } from './random.js';

export type SignedInWorker = Readonly<{ registration: string; forename: string; surname: string }>;

/** What is particular to one of the four councils. */
export type Council = Readonly<{
  authority: string;
  name: string;
  /** First letters of its children's codes. */
  prefix: string;
  /** The DfE's three-digit number. */
  dfeNumber: string;
  /** First digit of its workers' registrations. */
  workerDigit: number;
  /** By towns; the first has the two workers who can sign in. */
  teams: readonly string[];
  signIn: readonly [SignedInWorker, SignedInWorker];
  /** Where children live who are placed outside the council's area. */
  neighbours: Weighted<string>;
  /** Share of entries who come unaccompanied. */
  unaccompanied: number;
  /** How many times longer than in the example a child stays with the same carers once a care order is made. */
  staying: number;
  ethnicity: Weighted<string>;
}>;

/** @throws RangeError for an authority that is not one of the four. */
export const councilOf = (authority: string): Council => {
  const council = COUNCILS.find((each) => each.authority === authority);
  if (council === undefined) throw new RangeError(`${authority} is not one of the councils of the demonstration.`);
  return council;
};

const SHIRE: Weighted<string> = [
  ['WBRI', 800], ['WIRI', 4], ['WIRT', 6], ['WROM', 10], ['WOTH', 24], ['MWBC', 42], ['MWBA', 12], ['MWAS', 18], ['MOTH', 18],
  ['AIND', 5], ['APKN', 10], ['ABAN', 3], ['AOTH', 8], ['BCRB', 8], ['BAFR', 12], ['BOTH', 5], ['CHNE', 2], ['OOTH', 9], ['REFU', 2], ['NOBT', 2],
];

const CITY: Weighted<string> = [
  ['WBRI', 690], ['WIRI', 3], ['WIRT', 8], ['WROM', 32], ['WOTH', 40], ['MWBC', 48], ['MWBA', 18], ['MWAS', 30], ['MOTH', 26],
  ['AIND', 6], ['APKN', 38], ['ABAN', 8], ['AOTH', 12], ['BCRB', 9], ['BAFR', 22], ['BOTH', 8], ['CHNE', 2], ['OOTH', 14], ['REFU', 2], ['NOBT', 2],
];

/** The four councils of the partnership. Towns and districts are real, people are invented. */
export const COUNCILS: readonly Council[] = [
  {
    authority: 'E10000028', name: 'Staffordshire', prefix: 'STF', dfeNumber: '860', workerDigit: 1,
    teams: ['Stafford', 'Tamworth', 'Lichfield', 'Burton', 'Cannock', 'Newcastle', 'Leek', 'South Staffordshire'],
    signIn: [{ registration: 'SW100001', forename: 'Nadia', surname: 'Ferris' }, { registration: 'SW100002', forename: 'Callum', surname: 'Thorley' }],
    neighbours: [['E06000021', 30], ['E08000030', 14], ['E08000031', 14], ['E10000007', 12], ['E06000015', 10], ['E06000049', 8], ['E08000025', 8], ['E06000020', 6]],
    unaccompanied: 0.12, staying: 1.7, ethnicity: SHIRE,
  },
  {
    authority: 'E06000021', name: 'Stoke-on-Trent', prefix: 'SOT', dfeNumber: '861', workerDigit: 2,
    teams: ['Burslem', 'Hanley', 'Longton', 'Tunstall', 'Fenton', 'Stoke'],
    signIn: [{ registration: 'SW200001', forename: 'Petra', surname: 'Vance' }, { registration: 'SW200002', forename: 'Linus', surname: 'Adeyo' }],
    neighbours: [['E10000028', 60], ['E06000049', 20], ['E10000007', 8], ['E06000015', 6], ['E06000020', 6]],
    unaccompanied: 0.08, staying: 1.5, ethnicity: CITY,
  },
  {
    authority: 'E06000051', name: 'Shropshire', prefix: 'SHR', dfeNumber: '893', workerDigit: 3,
    teams: ['Oswestry', 'Shrewsbury', 'Ludlow', 'Bridgnorth'],
    signIn: [{ registration: 'SW300001', forename: 'Bethan', surname: 'Rowlands' }, { registration: 'SW300002', forename: 'Marcus', surname: 'Ainsty' }],
    neighbours: [['E06000020', 45], ['E06000050', 12], ['E06000019', 12], ['E10000034', 12], ['E10000028', 12], ['E08000031', 7]],
    unaccompanied: 0.13, staying: 2, ethnicity: SHIRE,
  },
  {
    authority: 'E06000020', name: 'Telford & Wrekin', prefix: 'TAW', dfeNumber: '894', workerDigit: 4,
    teams: ['Wellington', 'Oakengates', 'Madeley', 'Newport'],
    signIn: [{ registration: 'SW400001', forename: 'Joanne', surname: 'Priddy' }, { registration: 'SW400002', forename: 'Tariq', surname: 'Mahmoud' }],
    neighbours: [['E06000051', 50], ['E10000028', 25], ['E08000031', 15], ['E08000027', 10]],
    unaccompanied: 0.1, staying: 1.8, ethnicity: CITY,
  },
];
