import { type Instant, dayInEngland } from '@permanence/kernel/values';
import type { CommentaryDto, PackDto, PackIndicatorDto } from '../packs.dto.js';
import { areaWords, areasOf, dayWords, figureWords, monthWords, packTitle, periodWords, placeWords, shortWords } from '../pack-words.js';
import { SheetWriter } from './sheet.js';

/** A pack as a document to print and to keep. It holds no more than the version that it is made of. */
export const packPdf = (pack: PackDto): Promise<Buffer> => {
  const sheet = new SheetWriter(`${pack.version === 'public' ? 'Official' : 'Official - sensitive'}. ${packTitle(pack)}. As known on ${dayWords(pack.knownOn)}.`, packTitle(pack), new Date(pack.frozenAt));
  sheet.title(packTitle(pack));
  for (const sentence of factsOf(pack)) sheet.paragraph(sentence);
  for (const { area, indicators } of areasOf(pack)) {
    sheet.section(areaWords(area));
    sheet.table({ columns: ['Indicator', ...pack.places.map(placeWords)], rows: indicators.map(rowOf) });
  }
  const said = pack.indicators.filter(({ commentary }) => commentary !== null);
  if (said.length > 0) sheet.section('What is said of them');
  for (const { title, commentary } of said) if (commentary !== null) sheet.paragraph(`${title}. ${saidWords(commentary)}`);
  if (pack.restated.length > 0) restated(sheet, pack);
  return sheet.close();
};

const factsOf = ({ frozenAt, frozenBy, dueOn, late, hash, version, indicators }: PackDto): readonly string[] => {
  const lacks = [...new Set(indicators.flatMap((each) => each.lacks))].map(placeWords);
  return [
    `Frozen on ${dayWords(dayInEngland(frozenAt as Instant))} by ${frozenBy}. It was due on ${dayWords(dueOn)}${late ? ' and is late' : ''}. A frozen pack does not change: what was learned later is in the next one.`,
    'A regional figure is the sum of what the councils counted, never the mean of their shares.',
    ...(lacks.length === 0 ? [] : [`Some regional figures lack a council that does not hold what they need: ${lacks.join(', ')}.`]),
    ...(version === 'public' ? ['"c" stands for 1 to 4 children, or for a number that would let you work one out. A share is hidden when it stands on so few. Nought is shown.'] : []),
    `Seal: ${hash}.`,
  ];
};

const rowOf = ({ title, period, polarity, measure, figures }: PackIndicatorDto): readonly string[] => [
  `${title}, ${periodWords(period)}`,
  ...figures.map((figure) => [figureWords(figure, measure), shortWords(figure, polarity)].filter((part) => part !== null).join(', ')),
];

const saidWords = ({ trend, reason, action, by }: CommentaryDto): string => `${by}: ${trend} ${reason} ${action}`;

const restated = (sheet: SheetWriter, { restated: all, indicators }: PackDto): void => {
  sheet.section('What has changed since the pack before');
  sheet.table({
    columns: ['Figure', 'Month', 'Then', 'Now', 'Cases added', 'Cases removed'],
    rows: all.map(({ indicator, month, former, restated: now, added, removed }) => {
      const found = indicators.find(({ id }) => id === indicator);
      const words = (counts: typeof former): string => (found?.measure === 'count' ? String(counts.numerator) : `${String(counts.numerator)} of ${String(counts.denominator)}`);
      return [found?.title ?? indicator, monthWords(month), words(former), words(now), String(added), String(removed)];
    }),
  });
};
