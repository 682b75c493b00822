import { CARE_LEAVER } from './care-leavers.js';
import { over } from './cohort.js';
import { counted } from './indicator.js';
import { LEAVING_CARE_SOURCE } from './sources.js';

export const lvcSupported = counted({
  definition: {
    id: 'lvc-supported', area: 'leaving-care', title: 'Care leavers aged 18 and over supported by the service', measure: 'count', unit: 'young people', period: 'month-end', polarity: 'context',
    numerator: 'care leavers (eligible, relevant, former relevant or qualifying) whom the permanency hub supports at the end of the month, then aged 18 or over', denominator: null,
    modules: ['Episodes'], records: { kinds: ['leaving-care'], since: 'day' }, source: `${LEAVING_CARE_SOURCE}; Scorecard, Leaving care`,
    note: 'A young person whose birth date is not recorded is not counted. Those whom a council’s own team supports are not either.',
  },
  rows: over(
    [CARE_LEAVER],
    `select day, child_id as case_id, child_id, true as in_numerator, true as in_region, since as happened_on, jsonb_build_object('status', status) as facts from care_leaver where birth_date is not null`,
  ),
  example: {
    told: (told) => {
      told.child('former relevant').born('2007-01-01').leavingCare('eligible', '2023-01-01').leavingCare('former-relevant', '2025-01-01');
      told.child('18 on D').born('2008-09-30').leavingCare('relevant', '2025-01-01');
      told.child('18 tomorrow').born('2008-10-01').leavingCare('relevant', '2025-01-01');
      told.child('closed on D').born('2003-01-01').leavingCare('former-relevant', '2021-01-01').leavingCare('closed', '2026-09-30');
      told.child('council team').born('2007-01-01').leavingCare('former-relevant', '2025-01-01', 'council-team');
      told.child('age not known').leavingCare('former-relevant', '2025-01-01');
    },
    on: '2026-09-30', comesTo: [2, 2], children: ['18 on D', 'former relevant'],
  },
});
