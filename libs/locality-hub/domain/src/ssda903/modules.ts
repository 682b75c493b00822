/** The twelve modules of the SSDA903 collection, and the names file that a council may add (`ssda903` has no names). */
export const MODULES = {
  Header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  Episodes: ['CHILD', 'DECOM', 'RNE', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'],
  Reviews: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  UASC: ['CHILD', 'SEX', 'DOB', 'DUC'],
  OC2: ['CHILD', 'DOB', 'SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'HEALTH_CHECK', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT', 'SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
  OC3: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
  AD1: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  PlacedAdoption: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  PrevPerm: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  Missing: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
  SWEpisodes: ['CHILD', 'DOB', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
  DoLo: ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'],
  Names: ['CHILD', 'FORENAME', 'SURNAME'],
} as const;

export type ModuleName = keyof typeof MODULES;

/** A row's cells by column name: trimmed, capitals (names as written), `''` where the file has nothing. Columns beyond the module's are left out (`SIBLING_GROUP` is the names file's optional one). */
export type Cells = Readonly<Record<string, string>>;

/** A row as read from a council's file. `row` is the spreadsheet row: the header line is row 1. */
export type UploadRow = Readonly<{ module: ModuleName; file: string; row: number; cells: Cells }>;

/** What a council stated in one collection year, as held: the newest statement of that year for its key. */
export type StatedRow = Readonly<{ module: ModuleName; year: number; key: string; cells: Cells }>;

/** Columns that a module's file may have or leave out: a file without one says nothing about it. */
export const OPTIONAL_COLUMNS: Readonly<Partial<Record<ModuleName, readonly string[]>>> = { Names: ['SIBLING_GROUP'] };

const ALL_COLUMNS = new Map<ModuleName, readonly string[]>(
  (Object.keys(MODULES) as ModuleName[]).map((module) => [module, [...MODULES[module], ...(OPTIONAL_COLUMNS[module] ?? [])]]),
);

/** The columns of a module in the DfE's order, the optional ones last. */
export const columnsOf = (module: ModuleName): readonly string[] => ALL_COLUMNS.get(module) ?? MODULES[module];
