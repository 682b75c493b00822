import { withQuery } from '../frame/address.js';

/** Addresses under `/region`. */
export const SCORECARD = '/region/scorecard';
export const scorecardHref = (query: Readonly<{ month?: string; known?: string }> = {}): string => withQuery(SCORECARD, query);
export type IndicatorAddress = Readonly<{ authority?: string; month?: string; known?: string }>;
export const indicatorHref = (id: string, query: IndicatorAddress & Readonly<{ span?: 'all' }> = {}): string => withQuery(`/region/indicators/${id}`, query);
export const figuresCsvHref = (id: string, query: IndicatorAddress): string => withQuery(`/region/indicators/${id}/figures.csv`, query);
export const casesHref = (id: string, query: IndicatorAddress): string => withQuery(`/region/indicators/${id}/cases`, query);
