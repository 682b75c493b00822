import type { ChildPlan } from '../../api/plan.js';
import { type Form, one } from '../../web/form.js';
import { type Field, type OptionRow, listChoices } from './question.js';
import { OTHER_ROUTES, PLACES, ROUTES, USUAL_ROUTES, type Worded } from './words.js';

const PLACE = (route: string): string => `place-${route}`;
const WHY = (route: string): string => `why-${route}`;

/** A route with its place, as the service takes it. */
export type PlacedRoute = Readonly<{ route: string; position: string; reason?: string }>;

/** The routes that were given a place. */
export const optionsIn = (form: Form): readonly PlacedRoute[] =>
  ROUTES.flatMap(([route]) => {
    const [position, reason] = [one(form, PLACE(route)), one(form, WHY(route))];
    return position === '' ? [] : [{ route, position, ...(reason === '' ? {} : { reason }) }];
  });

/** A plan's options as the form has them. */
export const formOfOptions = ({ options }: Pick<ChildPlan, 'options'>): Form => Object.fromEntries(options.flatMap(({ route, position, reason }) => [[PLACE(route), position], [WHY(route), reason ?? '']]));

/** Every route with its place and why it is not pursued. */
export const optionsField = (form: Form): Field => {
  const rows = (routes: Worded): readonly OptionRow[] => routes.map(([route, text]) => ({ route, text, places: listChoices(PLACES, one(form, PLACE(route))), reason: one(form, WHY(route)) }));
  return { kind: 'options', name: 'options', label: 'Options', usual: rows(USUAL_ROUTES), others: rows(OTHER_ROUTES) };
};

/** The routes that are pursued, to choose from. */
export const pursued = (options: readonly Readonly<{ route: string; position: string }>[]): Worded => ROUTES.filter(([route]) => options.some((option) => option.route === route && option.position !== 'ruled-out'));
