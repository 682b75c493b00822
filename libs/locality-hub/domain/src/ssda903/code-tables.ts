/** One code of a DfE list. `from` and `to` are the first and last collection year (the year in which it ends) whose list has it; absent means as far as this product reads. */
export type Code = Readonly<{ code: string; label: string; from?: number; to?: number }>;

/** Last year of sex as a number; letters follow it (2024/25). */
const SEX_BY_NUMBER_TO = 2024;
/** Last year of H5 and Z1; Z11 to Z14 follow (2025/26). */
const OTHER_PLACEMENT_TO = 2025;
/** First year of K3 and last of P2, which ended on 27 October 2023. */
const SUPPORTED_ACCOMMODATION_FROM = 2024;
/** Training and employment was one code until apprenticeships had their own: the year is from practice, the specifications say only that F3 and P3 are superseded. */
const TRAINING_OR_EMPLOYMENT_TO = 2016;

const list = (...codes: readonly (readonly [code: string, label: string, years?: Readonly<{ from?: number; to?: number }>])[]): readonly Code[] =>
  codes.map(([code, label, years]) => ({ code, label, ...years }));

const NO_YES = list(['0', 'No'], ['1', 'Yes']);

const PREVIOUS_YEARS = { to: OTHER_PLACEMENT_TO };
const FROM_2026 = { from: OTHER_PLACEMENT_TO + 1 };

/** Where each accommodation of a care leaver may be suitable (1) or unsuitable (2). */
const homes = (...kinds: readonly (readonly [letter: string, label: string, suffixes?: string])[]): readonly Code[] =>
  kinds.flatMap(([letter, label, suffixes = '12']) => [...suffixes].map((suffix) => ({ code: letter + suffix, label: `${label}, ${suffix === '1' ? 'suitable' : 'unsuitable'}` })));

/** The code lists of the SSDA903 (returns.md 2.4, locality-hub.md 2.17) with the collection years of each code and a label for pages. Later years keep the newest list. */
export const CODE_TABLES = {
  SEX: list(
    ['M', 'Male', { from: SEX_BY_NUMBER_TO + 1 }], ['F', 'Female', { from: SEX_BY_NUMBER_TO + 1 }], ['U', 'Not known', { from: SEX_BY_NUMBER_TO + 1 }],
    ['1', 'Male', { to: SEX_BY_NUMBER_TO }], ['2', 'Female', { to: SEX_BY_NUMBER_TO }],
  ),
  ETHNIC: list(
    ['WBRI', 'White British'], ['WIRI', 'White Irish'], ['WIRT', 'Traveller of Irish heritage'], ['WROM', 'Gypsy or Roma'], ['WOTH', 'Any other White background'],
    ['MWBC', 'White and Black Caribbean'], ['MWBA', 'White and Black African'], ['MWAS', 'White and Asian'], ['MOTH', 'Any other mixed background'],
    ['AIND', 'Indian'], ['APKN', 'Pakistani'], ['ABAN', 'Bangladeshi'], ['AOTH', 'Any other Asian background'], ['CHNE', 'Chinese'],
    ['BCRB', 'Caribbean'], ['BAFR', 'African'], ['BOTH', 'Any other Black background'], ['OOTH', 'Any other ethnic group'],
    ['REFU', 'Refused'], ['NOBT', 'Not yet obtained'],
  ),
  RNE: list(
    ['S', 'Started to be looked after'], ['L', 'Change of legal status only'], ['P', 'Change of placement and carer'], ['T', 'Change of placement, same carer'],
    ['B', 'Change of legal status, placement and carer'], ['U', 'Change of legal status and placement, same carer'],
  ),
  LS: list(
    ['C1', 'Interim care order'], ['C2', 'Care order'], ['D1', 'Freeing order'], ['E1', 'Placement order'],
    ['V2', 'Accommodated under section 20'], ['V3', 'Short breaks, each break recorded'], ['V4', 'Short breaks, agreement recorded'],
    ['L1', 'Police protection'], ['L2', 'Emergency protection order'], ['L3', 'Child assessment order'],
    ['J1', 'On remand'], ['J2', 'Detained under the Police and Criminal Evidence Act'], ['J3', 'Sentenced to a youth rehabilitation order'],
  ),
  CIN: list(
    ['N1', 'Abuse or neglect'], ['N2', 'Child’s disability'], ['N3', 'Parental illness or disability'], ['N4', 'Family in acute stress'],
    ['N5', 'Family dysfunction'], ['N6', 'Socially unacceptable behaviour'], ['N7', 'Low income'], ['N8', 'Absent parenting'],
  ),
  PLACE: list(
    ['A3', 'Placed for adoption with consent, with present foster carers'], ['A4', 'Placed for adoption with consent, not with present foster carers'],
    ['A5', 'Placed for adoption under a placement order, with present foster carers'], ['A6', 'Placed for adoption under a placement order, not with present foster carers'],
    ['H5', 'Semi-independent living', PREVIOUS_YEARS], ['K1', 'Secure children’s home'], ['K2', 'Children’s home'],
    ['K3', 'Supported accommodation', { from: SUPPORTED_ACCOMMODATION_FROM }],
    ['P1', 'With own parents'], ['P2', 'Independent living', { to: SUPPORTED_ACCOMMODATION_FROM }], ['P3', 'Residential employment'],
    ['R1', 'Residential care home'], ['R2', 'NHS or other health establishment'], ['R3', 'Family centre or mother and baby unit'], ['R5', 'Young offender institution'],
    ['S1', 'Residential school'],
    ['T0', 'Temporary move'], ['T1', 'In hospital for a time'], ['T2', 'Away on holiday'], ['T3', 'Elsewhere while carers are on holiday'], ['T4', 'Elsewhere for seven days or less'],
    ['U1', 'Relative or friend, long term'], ['U2', 'Relative or friend, fostering for adoption'], ['U3', 'Relative or friend'],
    ['U4', 'Foster carer, long term'], ['U5', 'Foster carer, fostering for adoption'], ['U6', 'Foster carer'],
    ['Z1', 'Other placement', PREVIOUS_YEARS],
    ['Z11', 'Other placement (Z11)', FROM_2026], ['Z12', 'Other placement (Z12)', FROM_2026], ['Z13', 'Other placement (Z13)', FROM_2026], ['Z14', 'Other placement (Z14)', FROM_2026],
  ),
  PLACE_PROVIDER: list(
    ['PR0', 'Parent or person with parental responsibility'], ['PR1', 'Own provision'], ['PR2', 'Another council'], ['PR3', 'Other public provision'],
    ['PR4', 'Private provider'], ['PR5', 'Voluntary provider'],
  ),
  REC: list(
    ['X1', 'Next episode on the same day'], ['E11', 'Adopted, application unopposed'], ['E12', 'Adopted, consent dispensed with'], ['E2', 'Died'],
    ['E3', 'Taken over by another council'], ['E4A', 'Home to parents, planned'], ['E4B', 'Home to parents, not planned'],
    ['E13', 'Left to live with somebody without parental responsibility'], ['E41', 'Child arrangements order'],
    ['E45', 'Special guardianship, former foster carer, relative or friend'], ['E46', 'Special guardianship, former foster carer, not relative or friend'],
    ['E47', 'Special guardianship, other carer, relative or friend'], ['E48', 'Special guardianship, other carer, not relative or friend'],
    ['E5', 'Independent living with support'], ['E6', 'Independent living without support'], ['E7', 'Adult residential care'], ['E9', 'Custody'],
    ['E14', 'Remand ended'], ['E15', 'Found to be 18 or over'], ['E16', 'Moved abroad'], ['E17', '18 or over, stayed with carers'], ['E8', 'Any other reason'],
  ),
  REASON_PLACE_CHANGE: list(
    ['CARPL', 'Care plan'], ['CLOSE', 'Carer or home closed or resigned'], ['ALLEG', 'Allegation'], ['STAND', 'Standards of care'], ['APPRR', 'Approval removed'],
    ['CREQB', 'Carer’s request, child’s behaviour'], ['CREQO', 'Carer’s request, other reason'], ['CHILD', 'Child’s request'], ['LAREQ', 'Council’s request'],
    ['PLACE', 'Status of the placement only'], ['CUSTOD', 'Custody'], ['OTHER', 'Other'],
  ),
  REVIEW_CODE: list(
    ['PN0', 'Child under 4'], ['PN1', 'Attended and spoke'], ['PN2', 'Attended, an advocate spoke'], ['PN3', 'Attended, used symbols'], ['PN4', 'Attended, did not contribute'],
    ['PN5', 'Absent, views through an advocate'], ['PN6', 'Absent, views by other means'], ['PN7', 'Absent, views not conveyed'],
  ),
  SDQ_REASON: list(
    ['SDQ1', 'Under 4 or over 16'], ['SDQ2', 'Carer refused'], ['SDQ3', 'Severity of disability'], ['SDQ4', 'Other'], ['SDQ5', 'Child refused'],
  ),
  IN_TOUCH: list(
    ['YES', 'In touch'], ['NO', 'Not in touch'], ['DIED', 'Died'], ['REFU', 'Refuses contact'], ['NREQ', 'No longer requires services'], ['RHOM', 'Home with parents for 6 months or more'],
  ),
  ACTIV: list(
    ['F1', 'Higher education, full time'], ['P1', 'Higher education, part time'], ['F2', 'Other education, full time'], ['P2', 'Other education, part time'],
    ['F3', 'Training or employment, full time', { to: TRAINING_OR_EMPLOYMENT_TO }], ['P3', 'Training or employment, part time', { to: TRAINING_OR_EMPLOYMENT_TO }],
    ['F4', 'Apprenticeship, full time'], ['P4', 'Apprenticeship, part time'], ['F5', 'Other training or employment, full time'], ['P5', 'Other training or employment, part time'],
    ['G4', 'Not in education, employment or training: illness or disability'], ['G5', 'Not in education, employment or training: other reason'],
    ['G6', 'Not in education, employment or training: pregnancy or parenting'], ['0', 'Not known'],
  ),
  ACCOM: [
    ...homes(
      ['B', 'With parents or relatives'], ['C', 'Residential care'], ['D', 'Semi-independent'], ['E', 'Supported lodgings'], ['G', 'Abroad'], ['H', 'Deported'], ['K', 'Ordinary lodgings'],
      ['R', 'Not known'], ['S', 'No fixed abode', '2'], ['T', 'Foyer'], ['U', 'Independent living'], ['V', 'Emergency accommodation'], ['W', 'Bed and breakfast'],
      ['X', 'Custody', '2'], ['Y', 'Other accommodation'], ['Z', 'With former foster carers'],
    ),
    { code: '0', label: 'Not known' },
  ],
  NB_ADOPTR: list(['1', 'One adopter'], ['2', 'Two adopters']),
  SEX_ADOPTR: list(['M1', 'One man'], ['F1', 'One woman'], ['MM', 'Two men'], ['FF', 'Two women'], ['MF', 'A man and a woman']),
  LS_ADOPTR: list(
    ['L0', 'Single adopter'], ['L11', 'Married, different gender'], ['L12', 'Married, same gender'], ['L2', 'Civil partners'], ['L3', 'Unmarried, different gender'],
    ['L4', 'Unmarried, same gender'],
  ),
  REASON_PLACED_CEASED: list(['RD1', 'Child’s needs changed'], ['RD2', 'Court made no placement order'], ['RD3', 'No adopters found'], ['RD4', 'Other']),
  PREV_PERM: list(['P1', 'Adoption'], ['P2', 'Special guardianship'], ['P3', 'Residence or child arrangements order'], ['P4', 'Not known which'], ['Z1', 'None']),
  MISSING: list(['M', 'Missing'], ['A', 'Away without authorisation']),
  SW_REASON: list(
    ['MANAGE', 'Caseloads managed'], ['FCONTA', 'First contact or re-referral'], ['LEFTRL', 'Previous worker left'], ['ORGRST', 'Reorganisation'], ['TSPROC', 'Transfer by process'],
    ['ABSENC', 'Absence cover or return'], ['CHCHAN', 'Child asked'], ['PCCHAN', 'Parent or carer asked'], ['SWDIED', 'Worker died'], ['OTHERS', 'Other'],
  ),
  MOTHER: NO_YES,
  CONVICTED: NO_YES,
  HEALTH_CHECK: NO_YES,
  IMMUNISATIONS: NO_YES,
  TEETH_CHECK: NO_YES,
  HEALTH_ASSESSMENT: NO_YES,
  SUBSTANCE_MISUSE: NO_YES,
  INTERVENTION_RECEIVED: NO_YES,
  INTERVENTION_OFFERED: NO_YES,
  FOSTER_CARE: NO_YES,
} as const satisfies Record<string, readonly Code[]>;
