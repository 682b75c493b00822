import { eachEpisode } from './each-row.js';
import { dayNumber } from './day-number.js';
import { CIN, LS, PLACE_PROVIDER, REC, RNE, placeCodes, placesRefusingProvider, placesWithoutProvider } from './rule-codes.js';
import { SINCE_2023, type Rule } from './rule.js';

const FREEING_ORDERS_ENDED = dayNumber(2005, 12, 31);

export const rule143: Rule = {
  code: '143',
  message: 'The reason for new episode code is not a valid code.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['RNE'],
  check: eachEpisode('RNE', ({ rne }) => rne !== '' && !RNE.has(rne)),
};

export const rule144: Rule = {
  code: '144',
  message: 'The legal status code is not a valid code.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['LS'],
  check: eachEpisode('LS', ({ ls }) => ls !== '' && !LS.has(ls)),
};

export const rule145: Rule = {
  code: '145',
  message: 'Category of need code is not a valid code.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['CIN'],
  check: eachEpisode('CIN', ({ cin }) => cin !== '' && !CIN.has(cin)),
};

export const rule146: Rule = {
  code: '146',
  message: 'Placement type code is not a valid code.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['PLACE'],
  check: eachEpisode('PLACE', ({ place }, year) => place !== '' && !placeCodes(year).has(place)),
};

export const rule149: Rule = {
  code: '149',
  message: 'Reason episode ceased code is not valid.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['REC'],
  check: eachEpisode('REC', ({ rec }) => rec !== '' && !REC.has(rec)),
};

export const rule178: Rule = {
  code: '178',
  message: 'Placement provider code is not a valid code.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['PLACE_PROVIDER'],
  check: eachEpisode(
    'PLACE_PROVIDER',
    ({ provider, place }, year) => provider !== '' && (!PLACE_PROVIDER.has(provider) || placesRefusingProvider(year).has(place)),
  ),
};

export const rule445: Rule = {
  code: '445',
  message: 'D1 is not a valid code for episodes starting after December 2005.',
  years: [2023, 2024],
  modules: ['Episodes'],
  columns: ['LS', 'DECOM'],
  check: eachEpisode('LS', ({ ls, decom }) => ls === 'D1' && decom !== undefined && decom > FREEING_ORDERS_ENDED),
};

export const rule526: Rule = {
  code: '526',
  message: 'Child is missing a placement provider code for at least one episode.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['PLACE', 'PLACE_PROVIDER'],
  check: eachEpisode('PLACE_PROVIDER', ({ provider, place }, year) => provider === '' && !placesWithoutProvider(year).has(place)),
};

export const rule550: Rule = {
  code: '550',
  message: 'A placement provider code of PR0 can only be associated with placement P1.',
  years: SINCE_2023,
  modules: ['Episodes'],
  columns: ['PLACE', 'PLACE_PROVIDER'],
  check: eachEpisode('PLACE_PROVIDER', ({ provider, place }) => provider === 'PR0' && place !== 'P1'),
};

/** Rules on the codes of one episode. */
export const EPISODE_CODE_RULES: readonly Rule[] = [rule143, rule144, rule145, rule146, rule149, rule178, rule445, rule526, rule550];
