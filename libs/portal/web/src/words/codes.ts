/** A code list of the children looked after return in the words that a page shows; codes never show. */
type Words = Readonly<Record<string, string>>;

const say = (words: Words) => (code: string | null): string => (code === null || code === '' ? 'not recorded' : (words[code] ?? 'another kind'));

const LEGAL: Words = {
  C1: 'Interim care order', C2: 'Care order', D1: 'Freeing order', E1: 'Placement order', V2: 'Section 20, by agreement', V3: 'Short breaks', V4: 'Short breaks',
  L1: 'Police protection', L2: 'Emergency protection order', L3: 'Child assessment order', J1: 'On remand', J2: 'Held under the Police and Criminal Evidence Act', J3: 'Youth rehabilitation order with residence',
};
const LEGAL_BRIEF: Words = { C1: 'Interim order', V2: 'Section 20', L2: 'Emergency order', L3: 'Assessment order', J2: 'Police custody', J3: 'Youth order' };

export const legalWords = say(LEGAL);
/** For a drawing: the shortest name that people use. */
export const legalBrief = (status: string): string => LEGAL_BRIEF[status] ?? legalWords(status);

const PLACEMENT: Words = {
  A3: 'Adopters who were the foster carers', A4: 'Adopters', A5: 'Adopters who were the foster carers', A6: 'Adopters',
  K1: 'Secure children\'s home', K2: 'Children\'s home', K3: 'Supported accommodation', H5: 'Semi-independent living', P1: 'Own parents', P2: 'Independent living', P3: 'Residential employment',
  R1: 'Care home', R2: 'Hospital or health home', R3: 'Family centre or mother and baby unit', R5: 'Young offender institution', S1: 'Residential school',
  T0: 'Temporary absence', T1: 'Hospital, for a time', T2: 'Holiday', T3: 'Other carers, while the carers were on holiday', T4: 'Other carers, for a week or less',
  U1: 'Relative or friend, long term', U2: 'Relative or friend who may adopt', U3: 'Relative or friend', U4: 'Foster carers, long term', U5: 'Foster carers who may adopt', U6: 'Foster carers',
  Z1: 'Another kind of home', Z11: 'Another kind of home', Z12: 'Another kind of home', Z13: 'Another kind of home', Z14: 'Another kind of home',
};
const PLACEMENT_BRIEF: Words = {
  A3: 'Adopters', A5: 'Adopters', K1: 'Secure home', K3: 'Supported', H5: 'Semi-independent', P1: 'Parents', R2: 'Hospital', R3: 'Family centre', R5: 'Young offenders', S1: 'School',
  T1: 'Hospital', T3: 'Other carers', T4: 'Other carers', U1: 'Family or friend', U2: 'Family or friend', U3: 'Family or friend', U4: 'Foster carers', U5: 'Foster carers', Z1: 'Other', Z11: 'Other', Z12: 'Other', Z13: 'Other', Z14: 'Other',
};
const FOSTER_CARERS = ['U4', 'U5', 'U6'];

export const placementWords = (placement: string | null, provider: string | null): string => {
  const words = say(PLACEMENT)(placement);
  const whose = placement === null || !FOSTER_CARERS.includes(placement) ? undefined : CARERS_OF[provider ?? ''];
  return whose === undefined ? words : words.replace('Foster carers', `${whose} foster carers`);
};
/** For a drawing: `Own carers`, `Agency carers`, `Children's home`. */
export const placementBrief = (placement: string, provider: string | null): string => {
  const whose = FOSTER_CARERS.includes(placement) ? CARERS_OF[provider ?? ''] : undefined;
  return whose === undefined ? (PLACEMENT_BRIEF[placement] ?? say(PLACEMENT)(placement)) : `${whose} carers`;
};
const CARERS_OF: Words = { PR1: 'Own', PR2: 'Another council\'s', PR4: 'Agency', PR5: 'Agency' };

export const providerWords = say({ PR0: 'Parent', PR1: 'Own provision', PR2: 'Another council', PR3: 'Another public body', PR4: 'Private provider', PR5: 'Voluntary provider' });

/** Why a home or a time in care ended: REASON_PLACE_CHANGE and REC, after "because" or alone. */
export const endWords = say({
  CARPL: 'Moved, as the care plan said', CLOSE: 'Carers stopped, or the home closed', ALLEG: 'An allegation was looked into', STAND: 'The standard of care was not met', APPRR: 'The carers\' approval ended',
  CREQB: 'The carers asked, because of behaviour', CREQO: 'The carers asked, for another reason', CHILD: 'The child asked', LAREQ: 'The council asked', PLACE: 'Same home, of another kind', CUSTOD: 'Went into custody', OTHER: 'Ended for another reason',
  X1: 'Went on in another episode', E11: 'Adopted', E12: 'Adopted, consent dispensed with', E2: 'Died', E3: 'Another council took over', E4A: 'Went home, as planned', E4B: 'Went home, not as planned', E13: 'Went to live with somebody without parental responsibility',
  E41: 'Child arrangements order', E45: 'Special guardianship, with a carer who is a relative or friend', E46: 'Special guardianship, with a foster carer', E47: 'Special guardianship, with a relative or friend', E48: 'Special guardianship',
  E5: 'Independent living, with support', E6: 'Independent living', E7: 'Adult residential care', E9: 'Custody', E14: 'Remand ended', E15: 'Found to be 18 or over', E16: 'Moved abroad', E17: '18, and stayed with the carers', E8: 'Left care for another reason',
});

export const participationWords = say({
  PN0: 'Under 4 at the time', PN1: 'Was there and spoke', PN2: 'Was there, an advocate spoke', PN3: 'Was there and used signs or symbols', PN4: 'Was there, said nothing',
  PN5: 'Was not there, an advocate spoke', PN6: 'Was not there, told views in another way', PN7: 'Was not there, and views are not known',
});

export const missingWords = say({ M: 'Missing', A: 'Away without authorisation' });

export const sexWords = say({ M: 'Male', F: 'Female', U: 'Not known', '1': 'Male', '2': 'Female' });

export const ethnicWords = say({
  WBRI: 'White British', WIRI: 'White Irish', WIRT: 'Traveller of Irish heritage', WROM: 'Gypsy or Roma', WOTH: 'Other White', MWBC: 'White and Black Caribbean', MWBA: 'White and Black African', MWAS: 'White and Asian', MOTH: 'Other mixed',
  AIND: 'Indian', APKN: 'Pakistani', ABAN: 'Bangladeshi', AOTH: 'Other Asian', BCRB: 'Caribbean', BAFR: 'African', BOTH: 'Other Black', CHNE: 'Chinese', OOTH: 'Other', REFU: 'Refused to say', NOBT: 'Not yet obtained',
});

export const workerReasonWords = say({
  MANAGE: 'Work was shared out anew', FCONTA: 'First contact, or came back', LEFTRL: 'The worker before left', ORGRST: 'Teams were changed', TSPROC: 'Moved to another team, as usual', ABSENC: 'Stands in, or is back',
  CHCHAN: 'The child asked', PCCHAN: 'A parent or carer asked', SWDIED: 'The worker before died', OTHERS: 'Another reason',
});

export const planEndedWords = say({ RD1: 'the child\'s needs changed', RD2: 'the court made no placement order', RD3: 'no adopters were found', RD4: 'another reason' });

const COLUMN_WORDS: Readonly<Record<string, readonly [what: string, words: (code: string | null) => string]>> = {
  LS: ['Legal status', legalWords], PLACE: ['Kind of home', (code) => placementWords(code, null)], PLACE_PROVIDER: ['Who provides the home', providerWords], REC: ['Why care ended', endWords],
  REASON_PLACE_CHANGE: ['Why the home ended', endWords], REVIEW_CODE: ['How the child took part', participationWords], SEX: ['Sex', sexWords], ETHNIC: ['Ethnic group', ethnicWords], SW_REASON: ['Why the worker changed', workerReasonWords],
};
const PLAIN_COLUMNS: Words = {
  DOB: 'Birth date', DEC: 'End of the episode', DECOM: 'Start of the episode', RNE: 'Why the episode began', CIN: 'Main need', HOME_POST: 'Postcode of the home before care', PL_POST: 'Postcode of the home', URN: 'Ofsted number of the home',
  MIS_END: 'End of being missing', DATE_PLACED: 'Decision to place for adoption', DATE_PLACED_CEASED: 'End of the adoption plan', DATE_MATCH: 'Match with adopters', SW_DEC: 'End of the allocation', FORENAME: 'Forename', SURNAME: 'Surname', UPN: 'Pupil number',
};

/** What a column of the return is called on a page. */
export const columnWords = (column: string): string => COLUMN_WORDS[column]?.[0] ?? PLAIN_COLUMNS[column] ?? column;

/** A cell as written in the return, in words: codes translated, dates and texts as they are, empty as such. */
export const cellWords = (column: string, written: string): string => (written === '' ? 'empty' : (COLUMN_WORDS[column]?.[1](written) ?? written));

const MODULE_WORDS: Words = {
  UASC: 'Unaccompanied children', OC2: 'Health (OC2)', OC3: 'Care leavers (OC3)', AD1: 'Adopted children (AD1)', PlacedAdoption: 'Placed for adoption', PrevPerm: 'Previous permanence', SWEpisodes: 'Social worker episodes', DoLo: 'Deprivation of liberty',
};
export const moduleWords = (module: string): string => MODULE_WORDS[module] ?? module;
