import type { Random, Weighted } from '../random.js';
import type { CarePlan } from './plan.js';

/** The code of leaving care. Who lived where settles it: E45 and E46 are for foster carers of the child (rule 516), E17 for those who stay on. */
export const leavingCodeOf = (plan: CarePlan, lastPlacement: string, random: Random): string => {
  if (plan.leaving === 'guardianship') return guardianship(lastPlacement, random);
  return plan.leaving === 'adult' ? adult(lastPlacement, random) : plan.leaving;
};

const guardianship = (last: string, random: Random): string => {
  if (['U1', 'U2', 'U3'].includes(last)) return 'E45';
  if (['U4', 'U5', 'U6'].includes(last)) return random.weighted(FROM_FOSTER_CARE);
  return random.chance(0.85) ? 'E47' : 'E48';
};

const FROM_FOSTER_CARE: Weighted<string> = [['E46', 35], ['E47', 58], ['E48', 7]];

const adult = (last: string, random: Random): string => random.weighted(last.startsWith('U') ? FROM_CARERS : FROM_ELSEWHERE);

const FROM_CARERS: Weighted<string> = [['E17', 58], ['E5', 24], ['E6', 8], ['E7', 3], ['E8', 7]];

const FROM_ELSEWHERE: Weighted<string> = [['E5', 56], ['E6', 22], ['E7', 6], ['E8', 16]];
