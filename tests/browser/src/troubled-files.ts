import { type CouncilFile, exampleFiles } from '@permanence/testing/region';

const CORRECTED = 8;

/** The example's newest collection with something of everything: rows set aside, findings, and facts that another file stated otherwise. */
export const troubledFiles = (authority: string): CouncilFile[] => {
  const ways: Readonly<Record<string, (text: string) => string>> = {
    'episodes.csv': (text) => text.replace(/,(U4|U5|U6|K2),/, ',XX,'),
    'header.csv': (text) => text.replace(/,WBRI,/, ',NOPE,'),
    'reviews.csv': (text) => Array.from({ length: CORRECTED }).reduce<string>((so) => so.replace(/,PN1(?=\r?$)/m, ',PN3'), text),
    'missing.csv': (text) => text.replace('MIS_END', 'MISSING_TO'),
  };
  return exampleFiles(authority, 2026).map(({ name, text }) => ({ name, text: ways[name]?.(text) ?? text }));
};
