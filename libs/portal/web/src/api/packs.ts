import type { Instant, LocalDate, Month, TenantId, Uuid } from '@permanence/kernel/values';
import type { ServiceClient } from './http-client.js';
import type { CsvDownload } from './locality-hub.js';
import type { Outcome, Page } from './problem.js';

/** What the portal asks of `regional-hub` about the months' packs, what is said of figures, targets, and the population. */
export interface PacksApi {
  /** `GET /population`: what the own council entered, newest year first; 403 for those who do not enter it. */
  populations(): Promise<Page<PopulationEntry>>;
  /** `PUT /population`. */
  enterPopulation(population: NewPopulation, key: string): Promise<Outcome<unknown>>;
  /** `GET /packs?authority=`: the months that are over, the newest first: frozen, or open and due. */
  packs(authority: TenantId): Promise<Page<PackLine>>;
  /** `GET /packs/{authority}/{month}?version=`: the widest version that the person may see unless one is asked for. */
  pack(of: PackAddress): Promise<Pack>;
  packCsv(of: PackAddress): Promise<CsvDownload>;
  packPdf(of: PackAddress): Promise<CsvDownload>;
  /** `POST /packs/{authority}/{month}/freeze`: 409 `PACK_FROZEN`. */
  freeze(of: PackAddress, key: string): Promise<Outcome<null>>;
  /** `GET /packs/{authority}/{month}/restatements`: what is another as known now. */
  restatements(of: PackAddress): Promise<Page<Restatement>>;
  /** `POST` of the same: why. */
  giveReason(of: PackAddress, reason: Readonly<{ indicator: string; reason: string }>, key: string): Promise<Outcome<null>>;
  /** `GET /indicators/{id}/commentary?authority=&month=`: every version, the newest first. */
  commentary(id: string, of: CommentaryOf): Promise<Page<Commentary>>;
  writeCommentary(id: string, said: CommentaryOf & Said, key: string): Promise<Outcome<null>>;
  /** `GET /targets`: what boards have set. */
  targets(): Promise<Page<Target>>;
  setTarget(target: NewTarget, key: string): Promise<Outcome<unknown>>;
  endTarget(id: Uuid, to: string, key: string): Promise<Outcome<null>>;
}

export type PackVersion = 'management' | 'public';
export type PackAddress = Readonly<{ authority: TenantId; month: Month; version?: PackVersion }>;
export type PackLine = Readonly<{ month: Month; status: 'frozen' | 'open'; dueOn: LocalDate; late: boolean; frozenAt: Instant | null; frozenBy: string | null }>;

type Measure = 'count' | 'percentage' | 'rate';
type Status = 'value' | 'not-applicable' | 'suppressed' | 'not-held';
export type PlaceFigure = Readonly<{ authority: TenantId; status: Status; value: number | null; numerator: number | null; denominator: number | null; target: number | null }>;

export type CommentaryOf = Readonly<{ authority: TenantId; month: Month }>;
export type Said = Readonly<{ trend: string; reason: string; action: string }>;
export type Commentary = CommentaryOf & Said & Readonly<{ indicator: string; version: number; by: string; role: string; at: Instant }>;

export type PackIndicator = Readonly<{
  id: string; title: string; area: string; measure: Measure; period: 'month-end' | 'ytd' | 'rolling-12' | 'annual'; polarity: 'higher' | 'lower' | 'context';
  figures: readonly PlaceFigure[]; commentary: Commentary | null; lacks: readonly TenantId[];
}>;
type Counts = Readonly<{ numerator: number; denominator: number }>;
export type RestatedSince = Readonly<{ month: Month; indicator: string; former: Counts; restated: Counts; added: number; removed: number }>;
export type Pack = Readonly<{
  authority: TenantId; month: Month; version: PackVersion; frozenAt: Instant; knownOn: LocalDate; dueOn: LocalDate; late: boolean; frozenBy: string; frozenByRole: string; hash: string; intact: boolean;
  places: readonly TenantId[]; indicators: readonly PackIndicator[]; restated: readonly RestatedSince[];
}>;

export type CaseRef = Readonly<{ id: string; childId: Uuid }>;
/** `addedCases` and `removedCases` are there inside the council that owns them. */
export type Restatement = Readonly<{
  indicator: string; title: string; measure: Measure; former: PlaceFigure; restated: PlaceFigure; added: number; removed: number; addedCases: readonly CaseRef[] | null; removedCases: readonly CaseRef[] | null;
  asksForReason: boolean; reason: Readonly<{ reason: string; by: string; at: Instant }> | null;
}>;

export type Target = Readonly<{ id: Uuid; indicator: string; title: string; measure: Measure; authority: TenantId; value: number; from: LocalDate; to: LocalDate | null; reference: string }>;
/** As typed: the service says what is wrong with it. */
export type NewTarget = Readonly<{ indicator: string; authorities: readonly string[]; value: string; from: string; to?: string; reference: string }>;

/** `replacedAt`: when another number for the year was entered. */
export type PopulationEntry = Readonly<{ id: Uuid; year: number; children: number; source: string; enteredAt: Instant; replacedAt: Instant | null }>;
/** As typed: the service says what is wrong with it. */
export type NewPopulation = Readonly<{ year: string; children: string; source: string }>;

const at = ({ authority, month }: PackAddress): string => `packs/${authority}/${month}`;
const versionOf = ({ version }: PackAddress) => ({ version });

/** This part of the service over HTTP. */
export const packsClient = (api: ServiceClient): PacksApi => ({
  packs: (authority) => api.get('packs', { authority }),
  pack: (of) => api.get(at(of), versionOf(of)),
  packCsv: (of) => api.csv(`${at(of)}/figures.csv`, versionOf(of)),
  packPdf: (of) => api.csv(`${at(of)}/pack.pdf`, versionOf(of)),
  freeze: (of, key) => api.command('POST', `${at(of)}/freeze`, {}, key, 'count'),
  restatements: (of) => api.get(`${at(of)}/restatements`, {}, 'count'),
  giveReason: (of, reason, key) => api.command('POST', `${at(of)}/restatements`, reason, key, 'count'),
  commentary: (id, of) => api.get(`indicators/${encodeURIComponent(id)}/commentary`, of),
  writeCommentary: (id, said, key) => api.command('POST', `indicators/${encodeURIComponent(id)}/commentary`, said, key),
  targets: () => api.get('targets'),
  setTarget: (target, key) => api.command('POST', 'targets', target, key),
  populations: () => api.whole('population'),
  enterPopulation: (population, key) => api.command('PUT', 'population', population, key),
  endTarget: (id, to, key) => api.command('POST', `targets/${id}/end`, { to }, key),
});
