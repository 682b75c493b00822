import { clockOn, startService } from '@permanence/platform/host';
import type { Who } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { Issuer } from '@permanence/testing/issuer';
import request, { type Response } from 'supertest';
import { localityHub } from '../description.js';
import { type Council, TODAY } from './council.fixture.js';

export const API = '/api/locality-hub/v1';

/** The service over a council's tables, as somebody asks it over HTTP. */
export type ServedCouncil = Readonly<{
  url: string;
  get: (who: Who, path: string) => Promise<Response>;
  send: (who: Who, method: 'put' | 'post' | 'delete', path: string, body: object, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  close: () => Promise<void>;
}>;

export const served = async ({ database: { urlOf } }: Council): Promise<ServedCouncil> => {
  const issuer = await new Issuer().open();
  const logger = rootLogger({ level: 'silent' });
  const transport = createTransport({ clientId: 'test', logger });
  const service = await startService(localityHub, {
    clock: clockOn(TODAY), logger, database: { appUrl: urlOf('app'), ownerUrl: urlOf('owner'), relayUrl: urlOf('relay') }, identity: issuer.identity,
    transport, port: 0, host: '127.0.0.1', ownsProcess: false,
  });
  const bearerOf = async ({ id, name, authority, roles: [role], team, swRegistration }: Who): Promise<string> =>
    `Bearer ${await issuer.tokenOf({ id, name, authority, role: role as NonNullable<typeof role>, team, swRegistration })}`;
  return {
    url: service.url,
    get: async (who, path) => request(service.url).get(`${API}${path}`).set('authorization', await bearerOf(who)),
    send: async (who, method, path, body, headers = {}) => request(service.url)[method](`${API}${path}`).set('authorization', await bearerOf(who)).set(headers).send(body),
    close: async () => {
      await service.close();
      await transport.close();
      issuer.close();
    },
  };
};
