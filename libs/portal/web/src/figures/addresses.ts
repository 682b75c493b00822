import { withQuery } from '../frame/address.js';

/** Addresses under `/region`. */
export const SCORECARD = '/region/scorecard';
type ScorecardAddress = Readonly<{ month?: string | undefined; known?: string | undefined; as?: string | undefined; view?: string | undefined }>;
export const scorecardHref = (query: ScorecardAddress = {}): string => withQuery(SCORECARD, query);
export const scorecardCsvHref = (query: ScorecardAddress): string => withQuery('/region/scorecard.csv', query);
export const PACKS = '/region/packs';
export const packsHref = (query: Readonly<{ authority?: string }>): string => withQuery(PACKS, query);
export const packHref = ({ authority, month }: Readonly<{ authority: string; month: string }>, part?: 'public' | 'freeze' | 'restatements', query: Readonly<Record<string, string>> = {}): string => withQuery(`${PACKS}/${authority}/${month}${part === undefined ? '' : `/${part}`}`, query);
export const packFileHref = ({ authority, month }: Readonly<{ authority: string; month: string }>, file: 'figures.csv' | 'pack.pdf', version: string): string => withQuery(`${PACKS}/${authority}/${month}/${file}`, { version });
export const TARGETS = '/region/targets';
export const POPULATION = '/region/population';
/** Every indicator of the catalogue: those that are counted, and what the others wait for. */
export const INDICATORS = '/region/indicators';
/** The indicator that needs the population. */
export const RATE = 'cla-rate-per-10000';
export const commentaryListHref = (query: Readonly<{ month?: string }>): string => withQuery('/region/commentary', query);
export const commentaryHref = (id: string, query: Readonly<{ authority: string; month: string }>): string => withQuery(`/region/indicators/${id}/commentary`, query);
export type IndicatorAddress = Readonly<{ authority?: string; month?: string; known?: string }>;
export const indicatorHref = (id: string, query: IndicatorAddress & Readonly<{ span?: 'all' }> = {}): string => withQuery(`/region/indicators/${id}`, query);
export const figuresCsvHref = (id: string, query: IndicatorAddress): string => withQuery(`/region/indicators/${id}/figures.csv`, query);
export const casesHref = (id: string, query: IndicatorAddress): string => withQuery(`/region/indicators/${id}/cases`, query);
