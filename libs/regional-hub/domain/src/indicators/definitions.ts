import { ADOPTION } from './adoption.definitions.js';
import { LOOKED_AFTER, REGIONAL_BENEFITS, RETURN_HOME, SPECIAL_GUARDIANSHIP } from './care.definitions.js';
import type { IndicatorDefinition, InArea } from './definition.js';
import { FOSTERING } from './fostering.definitions.js';

const inArea = <const D extends InArea>(area: IndicatorDefinition['area'], definitions: readonly D[]) => definitions.map((definition) => ({ ...definition, area }));

const ALL = [
  ...inArea('looked-after-context', LOOKED_AFTER),
  ...inArea('fostering', FOSTERING),
  ...inArea('adoption', ADOPTION),
  ...inArea('special-guardianship', SPECIAL_GUARDIANSHIP),
  ...inArea('return-home', RETURN_HOME),
  ...inArea('regional-benefits', REGIONAL_BENEFITS),
];

/** The name of an indicator in the catalogue `kpi.json` and in every address. */
export type IndicatorId = (typeof ALL)[number]['id'];

/** The indicators that files alone can feed, in the order in which pages show them. */
export const DEFINITIONS: readonly (IndicatorDefinition & { id: IndicatorId })[] = ALL;

const byId = new Map<string, IndicatorDefinition & { id: IndicatorId }>(DEFINITIONS.map((definition) => [definition.id, definition]));

/** @throws TypeError when the text names no indicator. */
export const IndicatorId = (text: string): IndicatorId => {
  const found = byId.get(text);
  if (!found) throw new TypeError('There is no indicator of this name.');
  return found.id;
};

export const definitionOf = (id: IndicatorId): IndicatorDefinition & { id: IndicatorId } => {
  const found = byId.get(id);
  if (!found) throw new TypeError(`no definition of ${id}`);
  return found;
};
