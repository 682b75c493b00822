import { type LocalDate, addDays, ageOn, derivedId } from '@permanence/kernel/values';
import { type FactOf, REVIEWING_OFFICER, factsOfType } from '@permanence/locality-hub/domain';
import { Random, type Weighted, seedOf } from '../random.js';
import { type Care, type Past, later, workerOn } from './past.js';
import type { Happened } from './recording.js';

type Traits = FactOf<'characteristics-recorded'>['data'];

/** Codes of disability as the children in need census has them. */
const CODES: Weighted<string> = [['LD', 30], ['AUT', 24], ['BEH', 16], ['COMM', 12], ['MOB', 8], ['INC', 4], ['HAND', 3], ['PC', 5], ['HEAR', 4], ['VIS', 3], ['CON', 3], ['DDA', 6]];

const disabilities = (past: Past, random: Random): string[] => {
  const disabled = factsOfType(past.child.facts, 'short-break-started').length > 0 || random.chance(0.13);
  if (!disabled) return [];
  const codes = new Set(Array.from({ length: random.weighted([[1, 60], [2, 30], [3, 10]]) }, () => random.weighted(CODES)));
  return [...codes].sort();
};

/** Brothers and sisters share the decision whether they are to be placed together. */
const isToBeTogether = ({ child, setting }: Past): boolean =>
  child.familySize > 1 && new Random(seedOf(setting.seed, setting.tenant, 'together', child.familyCode)).chance(0.6);

/** Disability, education, health and care plan, and brothers and sisters to be placed together: written down when care, or the first short break, begins. */
export const traitsOf = (past: Past): Happened[] => {
  const random = past.random.fork('traits');
  const since = past.care[0]?.from ?? factsOfType(past.child.facts, 'short-break-started').map(({ effectiveOn }) => effectiveOn).sort()[0];
  if (since === undefined || since >= past.setting.today) return [];
  const disabilityCodes = disabilities(past, random);
  const atSchool = past.born !== undefined && ageOn(past.born, past.setting.today) >= 3;
  const data: Traits = {
    disabilityCodes, ehcPlan: atSchool && random.chance(disabilityCodes.length > 0 ? 0.66 : 0.08), harderToPlaceReasons: isToBeTogether(past) ? ['sibling-group'] : [],
  };
  const fact: FactOf<'characteristics-recorded'> = { key: 'characteristics', type: 'characteristics-recorded', effectiveOn: since, data };
  return [{ fact, by: workerOn(past, since), slip: { ...fact, data: { ...data, ehcPlan: data.ehcPlan !== true } } }];
};

type Allocated = FactOf<'social-worker-allocated'>;

/** The reviewing officers of a period of care: brothers and sisters have the same one, who stays for some years. */
const officersIn = (past: Past, care: Care): Happened[] => {
  const { setting, child } = past;
  const { officers } = setting.hands;
  if (officers.length === 0) return [];
  const random = new Random(seedOf(setting.seed, setting.tenant, 'officer', child.familyCode, care.from));
  const told: Happened[] = [];
  for (let from = later(addDays(care.from, 1), setting.keptFrom); from < care.to; ) {
    const workerId = random.pick(officers);
    const to = addDays(from, 200 + random.wait(900));
    const allocationId = derivedId(child.childId, `iro:${from}`);
    const fact: Allocated = { key: `iro:${from}`, type: 'social-worker-allocated', effectiveOn: from, data: { allocationId, workerId, role: REVIEWING_OFFICER, from } };
    const by = setting.hands.managers[0] ?? workerId;
    told.push({ fact, by }, ...endOf(care, { allocationId, from, to }, by));
    from = to;
  }
  return told;
};

const endOf = (care: Care, { allocationId, from, to }: Readonly<{ allocationId: Allocated['data']['allocationId']; from: LocalDate; to: LocalDate }>, by: Happened['by']): Happened[] => {
  const end = to < care.to ? to : care.span.to;
  return end === undefined ? [] : [{ fact: { key: `iro:${from}:ended`, type: 'social-worker-allocation-ended', effectiveOn: end, data: { allocationId, to: end } }, by }];
};

/** Who reviewed the child's case, and since when. */
export const officersOf = (past: Past): Happened[] => past.care.flatMap((care) => officersIn(past, care));
