import { AGE_NOTE, CARE_LEAVER, CARE_LEAVERS_WORDS, LATEST_CONTACT, YEARLY } from './care-leavers.js';
import { over } from './cohort.js';
import { counted } from './indicator.js';
import { LEAVING_CARE_SOURCE } from './sources.js';

const OUT_OF_TOUCH = `coalesce(t.in_touch in ('NO', 'REFU'), false)`;

export const lvcNotInContactPercentage = counted({
  definition: {
    id: 'lvc-not-in-contact-percentage', area: 'leaving-care', title: 'Share of care leavers the service is not in touch with', measure: 'percentage', unit: 'percent', period: 'annual', polarity: 'lower',
    numerator: 'those of whom contact is recorded as none (NO) or refused (REFU), when it was last recorded', denominator: `${CARE_LEAVERS_WORDS}, less those who died (DIED), returned home (RHOM) or need no more support (NREQ)`,
    modules: ['Episodes', 'OC3'], records: { kinds: ['leaving-care'], since: 'day' }, source: LEAVING_CARE_SOURCE,
    note: `${YEARLY} One of whom nothing is recorded stays below the line. ${AGE_NOTE}`,
  },
  rows: over(
    [CARE_LEAVER, LATEST_CONTACT],
    `select c.day, c.child_id as case_id, c.child_id, ${OUT_OF_TOUCH} as in_numerator, ${OUT_OF_TOUCH} as in_region, t.recorded_for as happened_on, jsonb_build_object('status', c.status, 'inTouch', t.in_touch) as facts
     from care_leaver c left join latest_contact t on t.day = c.day and t.child_id = c.child_id where coalesce(t.in_touch not in ('DIED', 'RHOM', 'NREQ'), true)`,
  ),
  example: {
    told: (told) => {
      const leaver = (name: string) => told.child(name).born('2006-01-01').leavingCare('former-relevant', '2024-01-01');
      leaver('in touch').leaver('2026-01-01', { inTouch: 'YES' });
      leaver('no').leaver('2026-01-01', { inTouch: 'NO' });
      leaver('refused').leaver('2025-01-01', { inTouch: 'REFU' });
      leaver('found again').leaver('2025-01-01', { inTouch: 'NO' }).leaver('2026-01-01', { inTouch: 'YES' });
      leaver('returned home').leaver('2026-01-01', { inTouch: 'RHOM' });
      leaver('needs no more').leaver('2026-01-01', { inTouch: 'NREQ' });
      leaver('nothing recorded');
      leaver('later').leaver('2026-04-01', { inTouch: 'NO' });
    },
    on: '2026-03-31', comesTo: [2, 6], children: ['no', 'refused'],
  },
});
