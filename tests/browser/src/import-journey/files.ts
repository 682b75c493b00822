import { type CouncilFile, sampleFiles } from '@permanence/testing/region';

const YEAR = 2022;

/** A day as the DfE does not want it. */
const ISO_START = { right: '62551,25/03/2018,S', wrong: '62551,2018-03-25,S' } as const;
/** An end before its beginning, 5 July 2019. */
const EARLY_END = { right: '185992,05/07/2019,S,V2,N5,U5,PR1,08/10/2021', wrong: '185992,05/07/2019,S,V2,N5,U5,PR1,01/07/2019' } as const;
const MISNAMED = { right: 'REVIEW_CODE', wrong: 'REVIEW_KIND' } as const;

type Spoiling = Readonly<{ right: string; wrong: string }>;

const spoilt = ({ name, text }: CouncilFile, ...ways: readonly Spoiling[]): CouncilFile => ({
  name, text: ways.reduce((so, { right, wrong }) => {
    if (!so.includes(right)) throw new Error(`the sample's ${name} does not hold ${right} any more`);
    return so.replace(right, wrong);
  }, text),
});

const isEpisodes = ({ name }: CouncilFile): boolean => name.endsWith('-episodes.csv');
const isReviews = ({ name }: CouncilFile): boolean => name.endsWith('-reviews.csv');

/** The eight files of the sample's last collection. */
export const rightFiles = (): readonly CouncilFile[] => sampleFiles(YEAR);

/** The same, spoilt in three places: a day in another form, a column with another name, an end before its beginning. */
export const spoiltFiles = (): readonly CouncilFile[] =>
  rightFiles().map((file) => (isEpisodes(file) ? spoilt(file, ISO_START, EARLY_END) : isReviews(file) ? spoilt(file, MISNAMED) : file));

/** What was downloaded of the rows set aside, mended, and the file that was not read with its column's true name. */
export const mendedFiles = (setAside: string): readonly CouncilFile[] => {
  const text = setAside.replace('62551,2018-03-25', '62551,25/03/2018').replace(EARLY_END.wrong, EARLY_END.right);
  return [{ name: 'mended.csv', text }, ...rightFiles().filter(isReviews)];
};
