import 'reflect-metadata';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type Clock, Instant, type LocalDate, type TenantId, addDays, dayInEngland } from '@permanence/kernel/values';
import { localityHub } from '@permanence/locality-hub/service';
import { type RunningService, type ServiceDescription, startService } from '@permanence/platform/host';
import type { Role } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { connect } from '@permanence/platform/tenant-db';
import { FigureRefresher, regionalHub } from '@permanence/regional-hub/service';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { Issuer } from '@permanence/testing/issuer';
import { CouncilClient } from '@permanence/testing/region';
import pg from 'pg';
import { loadHistory } from '../../../../tools/demonstration/load-history.js';
import { type Loading, POPULATIONS, SEED, type Staff, TODAY, loadingsOf, staffOf } from './loadings.js';
import { type Logged, logOf } from './log.js';

/** The demonstration councils at a small size: what they logged, and what the region's hub answers. */
export type CountedRegion = Readonly<{
  /** Everything that was logged of a council, in the order of recording. */
  logOf: (council: TenantId) => readonly Logged[];
  /** Answers of regional-hub to the head of operations, who sees every figure as it is. */
  ask: <T>(path: string) => Promise<T>;
  stop: () => Promise<void>;
}>;

const logger = rootLogger({ level: 'error' });

/** A clock that is set from day to day, as files come in over the years: soon after midnight in summer, where it is still the day before in UTC. */
class Calendar implements Clock {
  private day: LocalDate = TODAY;
  private since = 0;
  private begins = 0;

  constructor() {
    this.set(TODAY);
  }

  set(day: LocalDate): void {
    const lateOnTheDayBefore = `${addDays(day, -1)}T23:10:00.000Z`;
    const isSummer = dayInEngland(Instant(lateOnTheDayBefore)) === day;
    this.begins = Date.parse(isSummer ? lateOnTheDayBefore : `${day}T23:10:00.000Z`);
    this.day = day;
    this.since = performance.now();
  }

  today(): LocalDate {
    return this.day;
  }

  now(): Instant {
    return Instant(new Date(this.begins + Math.floor(performance.now() - this.since)).toISOString());
  }
}

/** Services over one database, one issuer and one calendar. */
class Running {
  readonly calendar = new Calendar();
  private readonly transport = createTransport({ clientId: 'recount', logger });
  private readonly services: RunningService[] = [];

  private constructor(
    readonly test: TestDatabase,
    private readonly issuer: Issuer,
  ) {}

  static async open(): Promise<Running> {
    return new Running(await testDatabase(localityHub, regionalHub), await new Issuer().open());
  }

  async start(description: ServiceDescription, transport = this.transport): Promise<RunningService> {
    const { schema } = description;
    const database = { appUrl: this.test.urlOf('app', schema), ownerUrl: this.test.urlOf('owner', schema), relayUrl: this.test.urlOf('relay', schema) };
    const service = await startService(description, { clock: this.calendar, logger, database, identity: this.issuer.identity, transport, port: 0, host: '127.0.0.1', ownsProcess: false });
    this.services.push(service);
    return service;
  }

  async as(service: RunningService, role: Role, authority: string): Promise<CouncilClient> {
    return new CouncilClient(service.url, authority, await this.issuer.tokenOf({ role, authority }));
  }

  async stop(): Promise<void> {
    for (const service of this.services.reverse()) await service.close();
    await this.transport.close();
    this.issuer.close();
    await this.test.drop();
  }
}

/**
 * Councils enter their population, one of them another one a year later. Nothing else is heard of yet: all that was recorded by then comes late,
 * and what was known then has to be counted again.
 */
const enterPopulations = async (running: Running): Promise<void> => {
  const transport = createTransport({ clientId: 'recount', logger });
  const hub = await running.start(regionalHub, transport);
  for (const { council, day, year, children, source } of POPULATIONS) {
    running.calendar.set(day);
    const answer = await (await running.as(hub, 'performance-officer', council)).send('PUT', 'regional-hub/v1/population', { year: String(year), children: String(children), source });
    if (!answer.ok) throw new Error(`the population was answered ${answer.status}: ${await answer.text()}`);
  }
  await hub.close();
  await transport.close();
};

const putStaff = async (running: Running, hub: RunningService, { council, items }: Staff): Promise<void> => {
  const answer = await (await running.as(hub, 'performance-officer', council)).send('PUT', 'locality-hub/v1/workers', { items });
  if (!answer.ok) throw new Error(`the staff list was answered ${answer.status}: ${await answer.text()}`);
};

const load = async (running: Running, hub: RunningService, { council, day, year, asAt, files }: Loading): Promise<void> => {
  running.calendar.set(day);
  await (await running.as(hub, 'performance-officer', council)).load(year, files, asAt === undefined ? {} : { asAt });
};

/** Files as they came in over the years, then what they cannot hold, recorded when it says it was. */
const loadCouncils = async (running: Running, lookedAfterNow: number): Promise<void> => {
  const hub = await running.start(localityHub);
  for (const staff of AUTHORITIES.map(({ code }) => staffOf(code))) await putStaff(running, hub, staff);
  for (const loading of AUTHORITIES.flatMap(({ code }) => loadingsOf(code, lookedAfterNow)).sort((a, b) => (a.day < b.day ? -1 : 1))) await load(running, hub, loading);
  running.calendar.set(TODAY);
  const loader = await connect({ url: running.test.urlOf('loader', localityHub.schema), connections: 2, applicationName: 'recount history' });
  for (const { code } of AUTHORITIES) await loadHistory(loader, { authority: code, seed: SEED, today: TODAY, now: running.calendar.now(), told: () => undefined });
  await loader.close();
};

/** Both services' logs, read as the database's administrator. */
const wholeLog = async (test: TestDatabase): Promise<readonly Logged[]> => {
  const administrator = new pg.Client({ connectionString: test.urlOf('admin') });
  await administrator.connect();
  const log = [...(await logOf(administrator, 'locality_hub')), ...(await logOf(administrator, 'regional_hub'))];
  await administrator.end();
  return log;
};

/** Loads the councils, each with so many children looked after today, and has their figures counted. */
export const openCountedRegion = async (lookedAfterNow: number): Promise<CountedRegion> => {
  const running = await Running.open();
  await enterPopulations(running);
  await loadCouncils(running, lookedAfterNow);
  const hub = await running.start(regionalHub);
  await hub.messaging.caughtUp();
  await hub.app.get(FigureRefresher).catchUp();
  const log = await wholeLog(running.test);
  const head = await running.as(hub, 'regional-head-of-operations', 'region');
  return { logOf: (council) => log.filter(({ tenant }) => tenant === council), ask: (path) => head.json(`regional-hub/v1/${path}`), stop: () => running.stop() };
};
