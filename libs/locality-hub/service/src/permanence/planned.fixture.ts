import type { Uuid } from '@permanence/kernel/values';
import type { Response } from 'supertest';
import { type Council, SHROPSHIRE, council, episodes, header, names, people, person, reviews, workers } from '../children/council.fixture.js';
import { type ServedCouncil, served } from '../children/served.fixture.js';

const { nadia, callum, owen, greta, tamsin } = people;

/** The child's reviewing officer, one who reviews others, and people of another council. */
export const verity = person('Verity Lockett', 'reviewing-officer');
export const ambrose = person('Ambrose Tew', 'reviewing-officer');
export const bethan = person('Bethan Rowlands', 'locality-social-worker', { authority: SHROPSHIRE, team: 'Oswestry', swRegistration: 'SW300001' });
export const ruth = person('Ruth Penhallow', 'team-manager', { authority: SHROPSHIRE, team: 'Oswestry' });

/** Staffordshire on 30 September 2026 with children in care: A1 to A3 are Nadia's, B1 is of Moorlands; each was reviewed that day. */
export type PlannedCouncil = Readonly<{
  council: Council;
  service: ServedCouncil;
  idOf: (code: string) => Uuid;
  /** A command about a child's plan. */
  plan: (who: Parameters<ServedCouncil['get']>[0], code: string, path: string, body?: object, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  close: () => Promise<void>;
}>;

const CODES = ['A1', 'A2', 'A3', 'B1'];
const entered = (code: string, on = '11/05/2026', LS = 'C2'): string[] => [code, on, 'S', LS, 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'];

export const plannedCouncil = async (): Promise<PlannedCouncil> => {
  const staffordshire = await council();
  const service = await served(staffordshire);
  await staffordshire.load(
    tamsin, 2027, { ...episodes(...CODES.map((code) => entered(code))), name: 'episodes_2027.csv' },
    { ...header(['A1', 'F', '14/02/2021', 'WBRI', '', '', ''], ['A2', 'M', '14/02/2025', 'MWBC', '', '', ''], ['A3', 'M', '30/09/2021', 'WBRI', '', '', ''], ['B1', 'F', '01/10/2021', 'WBRI', '', '', '']), name: 'header_2027.csv' },
    { ...reviews(...CODES.map((code) => [code, '', '30/09/2026', 'PN1'])), name: 'reviews_2027.csv' },
    { ...workers(...['A1', 'A2', 'A3'].map((code) => [code, '', 'SW100001', '01/07/2026', '', '']), ['B1', '', 'SW100003', '01/07/2026', '', '']), name: 'sw_episodes_2027.csv' },
    names(['A1', 'Ada', 'Marchbank', ''], ['A2', 'Teo', 'Brunt', ''], ['A3', '=Skye', 'Castell', ''], ['B1', 'Noor', 'Sayegh', '']),
  );
  for (const who of [nadia, callum, people.ines, owen, greta, verity, ambrose]) await service.get(who, '/me');
  const ids = new Map<string, Uuid>();
  for (const code of CODES) ids.set(code, (await service.get(tamsin, `/children?q=${code}`)).body.items[0].id);
  const idOf = (code: string): Uuid => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`no child ${code}`);
    return id;
  };
  return {
    council: staffordshire, service, idOf,
    plan: (who, code, path, body = {}, headers = {}) => service.send(who, 'post', `/children/${idOf(code)}/plan/${path}`, { check: false, ...body }, headers),
    close: async () => {
      await service.close();
      await staffordshire.close();
    },
  };
};

export const CONSIDERED = [
  { route: 'return-home', position: 'ruled-out', reason: 'Assessed in June and not safe.' }, { route: 'connected-sgo', position: 'parallel' },
  { route: 'adoption', position: 'ruled-out', reason: 'She does not want it.' }, { route: 'long-term-foster-in-house', position: 'primary' },
] as const;
export const STEPS = [{ code: 'viability-done', dueOn: '2026-09-11', route: 'connected-sgo', blocker: 'Carers’ report not sent' }, { code: 'long-term-match', dueOn: '2026-12-10' }] as const;
