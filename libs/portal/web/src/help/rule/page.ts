import type { ClockRule, DfeRule } from '../../api/locality-hub.js';
import type { View } from '../../frame/view.js';
import { listed, sentence } from '../../words/numbers.js';

export type RulePage = Readonly<{ heading: string; says: string; facts: readonly Readonly<{ name: string; value: string }>[] }>;

const GLOSSARY = [{ text: 'Help and glossary', href: '/help/glossary' }] as const;
const CERTAINTY: Readonly<Record<string, string>> = {
  verified: 'Read in the text of the law', 'verified-secondary': 'Read in a text that quotes the law', known: 'From knowledge; to be checked against the text before use in earnest', local: 'Our own default, not a law',
};

const view = (heading: string, says: string, facts: RulePage['facts']): View<RulePage> => ({ template: 'help/rule/page.njk', title: heading, section: null, crumbs: GLOSSARY, page: { heading, says, facts } });

/** A date that the law sets, from the catalogue of clocks. */
export const clockPage = (clock: ClockRule): View<RulePage> =>
  view('Why this date', clock.interval, [
    { name: 'Starts when', value: sentence(clock.starts) }, { name: 'Met when', value: sentence(clock.meets) },
    { name: 'Counted in', value: clock.workingDays ? 'Working days in England: weekends and bank holidays do not count' : 'Calendar days; a day that a shorter month lacks is its last' },
    { name: 'Source', value: clock.source }, { name: 'How sure we are', value: CERTAINTY[clock.certainty] ?? 'Not said' }, { name: 'Number', value: clock.id },
  ]);

/** A check of the return, in the DfE's own words. */
export const dfeRulePage = ({ code, message, years }: DfeRule): View<RulePage> =>
  view(`Rule ${code} of the return`, message, [
    { name: 'Checked in', value: `the collections that end in ${listed(years.map(String))}` }, { name: 'Source', value: 'Department for Education, children looked after return (SSDA903), validation rules' },
    { name: 'What to do', value: 'Mend the row in your case system, then send it again. A row that breaks a rule stays in the record.' },
  ]);
