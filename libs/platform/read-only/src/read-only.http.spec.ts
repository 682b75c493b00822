import { Controller, Get, Module, Post } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Instant } from '@permanence/kernel/values';
import { ProblemFilter } from '@permanence/platform/http';
import { rootLogger } from '@permanence/platform/telemetry';
import { Registry } from 'prom-client';
import { showReadOnly } from './metrics.js';
import { ReadOnlyMode } from './read-only-mode.js';
import { GoesOnInReadOnlyMode, ReadOnlyGuard } from './read-only.guard.js';
import { sinceWords } from './read-only.problem.js';

const mode = new ReadOnlyMode();

@Controller('notes')
class Notes {
  @Get()
  read(): string {
    return 'notes';
  }

  @Post()
  write(): string {
    return this.read();
  }

  @Post('urgent')
  @GoesOnInReadOnlyMode('it cannot wait')
  urgent(): string {
    return this.read();
  }
}

@Module({
  controllers: [Notes],
  providers: [{ provide: ReadOnlyMode, useValue: mode }, { provide: APP_GUARD, useClass: ReadOnlyGuard }, { provide: APP_FILTER, useValue: new ProblemFilter(rootLogger({ level: 'silent' })) }],
})
class Application {}

describe('a service in read-only mode', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(Application, new FastifyAdapter(), { logger: false });
    await app.init();
  });
  afterEach(() => mode.turn(null));
  afterAll(() => app.close());

  const statusOf = async (method: 'GET' | 'HEAD' | 'POST', url: string): Promise<number> => (await app.inject({ method, url })).statusCode;

  it('reads, refuses commands, and does what cannot wait', async () => {
    const asked = async (): Promise<readonly number[]> => [await statusOf('GET', '/notes'), await statusOf('HEAD', '/notes'), await statusOf('POST', '/notes'), await statusOf('POST', '/notes/urgent')];
    expect(await asked()).toEqual([200, 200, 201, 201]);
    mode.turn({ since: Instant('2026-11-24T21:41:00.000Z'), planned: false, reason: 'The disk is nearly full' });
    expect(await asked()).toEqual([200, 200, 503, 201]);
  });

  it('says what works, since when, why, and whom to ring', async () => {
    mode.turn({ since: Instant('2026-06-24T21:41:00.000Z'), planned: true, reason: 'The disk is nearly full' });
    const answer = await app.inject({ method: 'POST', url: '/notes' });
    expect([answer.headers['retry-after'], answer.headers['content-type']]).toEqual(['60', 'application/problem+json; charset=utf-8']);
    expect(answer.json()).toEqual({
      type: 'about:blank', title: 'Not available at the moment', status: 503, code: 'READ_ONLY_MODE', rule: 'http.read-only',
      detail: 'You can read all that is here, but since 10:41pm on Wednesday 24 June nothing can be changed. The reason: The disk is nearly full. What you sent was not done. In an emergency you can still open a record. If it cannot wait, ring the emergency duty team on 01632 960 117.',
    });
  });

  it('shows it in its metrics', async () => {
    const registry = new Registry();
    showReadOnly(registry, mode);
    expect(await registry.metrics()).toMatch(/^read_only_mode 0$/m);
    mode.turn({ since: Instant('2026-11-24T21:41:00.000Z'), planned: false, reason: 'The disk is nearly full.' });
    expect(await registry.metrics()).toMatch(/^read_only_mode 1$/m);
  });
});

describe('since when', () => {
  it.each([
    ['2026-11-24T21:00:00.000Z', '9pm on Tuesday 24 November'], ['2026-11-24T00:05:00.000Z', '12:05am on Tuesday 24 November'], ['2026-06-30T23:30:00.000Z', '12:30am on Wednesday 1 July'], ['2026-11-24T12:00:00.000Z', '12pm on Tuesday 24 November'],
  ])('%s is %s', (since, words) => expect(sinceWords(Instant(since))).toBe(words));
});
