import { AREAS, CATALOGUE, type IndicatorDefinition } from '@permanence/regional-hub/domain';
import type { Indicator } from './indicator.js';
import * as listed from './listed.js';

/** The name of an indicator in the catalogue `kpi.json` and in every address. */
export type IndicatorId = (typeof listed)[keyof typeof listed]['definition']['id'];

/** A definition that is counted. */
export type Definition = IndicatorDefinition & { readonly id: IndicatorId };

const place = new Map(CATALOGUE.map(({ id }, at) => [id, at]));

const placeOf = ({ definition: { area, id } }: Indicator): number => AREAS.indexOf(area) * CATALOGUE.length + (place.get(id) ?? CATALOGUE.length);

/** Every indicator that is counted, in the order in which pages show them. */
export const INDICATORS: readonly Indicator<IndicatorId>[] = Object.values(listed).sort((a, b) => placeOf(a) - placeOf(b));

/** Their definitions, in the same order. */
export const DEFINITIONS: readonly Definition[] = INDICATORS.map(({ definition }) => definition);

const byId = new Map<string, Indicator<IndicatorId>>(INDICATORS.map((indicator) => [indicator.definition.id, indicator]));

/** @throws TypeError when the text names no indicator that is counted. */
export const IndicatorId = (text: string): IndicatorId => {
  const found = byId.get(text);
  if (!found) throw new TypeError('There is no indicator of this name.');
  return found.definition.id;
};

/** The way in which an indicator is counted. */
export const indicatorOf = (id: IndicatorId): Indicator<IndicatorId> => {
  const found = byId.get(id);
  if (!found) throw new TypeError(`nobody counts ${id}`);
  return found;
};

export const definitionOf = (id: IndicatorId): Definition => indicatorOf(id).definition;
