import { type SpawnOptions, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { projectFile } from '@permanence/platform/host';
import { count, isFull } from '@permanence/testing/counts';
import type { Answers, Question } from './calendar/answers.js';
import { questionsFrom, referenceFor } from './calendar/reference.js';
import { type Built, build } from './killed/built.js';

const DATES = count('T34', 500, 10_000);

/** Moments at which a computer's clock has misled programs, with the day that it is then in England. */
const MOMENTS: readonly (readonly [what: string, instant: string, today: string])[] = [
  ['a leap day', '2028-02-29T12:00:00Z', '2028-02-29'],
  ['the last day of a collection, an hour before midnight in summer time', '2026-03-31T22:30:00Z', '2026-03-31'],
  ['the first day of a tax year, half an hour after midnight in summer time', '2026-04-04T23:30:00Z', '2026-04-05'],
  ['the second before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29'],
  ['the second before the clocks go back', '2026-10-25T00:59:59Z', '2026-10-25'],
];
const ZONES = ['Europe/London', 'UTC'] as const;
const CASES = MOMENTS.flatMap((moment) => ZONES.map((zone) => [...moment, zone] as const));

/** Specs that use no database: kernel and clocks. */
const PURE = ['libs/kernel', 'libs/statutory-clocks'];

type Told = Readonly<{ now: string; today: string; answers: readonly Answers[] }>;

/** Runs Node with the computer's clock and zone set by libfaketime; the time that passes is the true one. */
const nodeAt = (instant: string, zone: string, args: readonly string[], stdio: SpawnOptions['stdio']) => {
  const shift = Math.round((Date.parse(instant) - Date.now()) / 1000);
  const env = { ...process.env, TZ: zone, DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', NODE_OPTIONS: '' };
  return spawn('faketime', ['-f', `${shift < 0 ? '' : '+'}${shift}s`, process.execPath, ...args], { cwd: projectFile('.'), env, stdio });
};

const ended = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error('faketime is not installed: on Debian, apt-get install faketime.', { cause })));
    child.on('close', resolve);
  });

describe('T34: the computer’s clock', () => {
  let built: Built;
  beforeAll(async () => {
    built = await build();
  }, 60_000);
  afterAll(() => built.remove());

  const askAt = async (instant: string, zone: string, questions: readonly Question[]): Promise<Told> => {
    const child = nodeAt(instant, zone, [built.program('calendar/faked-process')], ['pipe', 'pipe', 'inherit']);
    if (child.stdin === null || child.stdout === null) throw new Error('a process without its pipes');
    const end = ended(child);
    child.stdin.end(JSON.stringify(questions));
    const said = await text(child.stdout);
    expect(await end).toBe(0);
    return JSON.parse(said) as Told;
  };

  it.each(CASES)('on %s (%s, %s in England, zone %s) changes no answer about a day', async (_what, instant, today, zone) => {
    const questions = questionsFrom(CASES.findIndex(([, at, , where]) => at === instant && where === zone), DATES / CASES.length);
    const told = await askAt(instant, zone, questions);
    expect({ today: told.today, seconds: Math.abs(Date.parse(told.now) - Date.parse(instant)) / 1000 < 30 }).toEqual({ today, seconds: true });
    const different = questions.flatMap((question, n) => {
      const [said, wanted] = [told.answers[n] as Answers, referenceFor(question)];
      return Object.keys(wanted).filter((name) => said[name] !== wanted[name]).map((name) => ({ question, name, said: said[name], wanted: wanted[name] }));
    });
    expect(different).toEqual([]);
  }, 60_000);

  /** In `npm test` the zones take turns. */
  const AGAIN = isFull() ? CASES : CASES.filter((_, n) => n % 8 === 0 || n % 8 === 7);

  it.each(AGAIN)('on %s (%s, %s in England, zone %s) breaks no spec of kernel and clocks', async (_what, instant, _today, zone) => {
    const jest = ['--experimental-vm-modules', '--no-warnings', projectFile('node_modules', 'jest', 'bin', 'jest.js'), ...PURE, '--runInBand', '--silent'];
    const child = nodeAt(instant, zone, jest, ['ignore', 'ignore', 'pipe']);
    if (child.stderr === null) throw new Error('a process without its pipes');
    const [said, code] = await Promise.all([text(child.stderr), ended(child)]);
    expect({ code, failed: code === 0 ? '' : said }).toEqual({ code: 0, failed: '' });
  }, 180_000);
});
