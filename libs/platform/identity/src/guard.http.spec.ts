import { once } from 'node:events';
import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ArgumentsHost, Catch, Controller, type ExceptionFilter, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignJWT } from 'jose';
import request from 'supertest';
import { API_CLIENT, identityConfiguration } from './configuration.js';
import { assertEveryRouteNamesItsCapability } from './every-route.check.js';
import { HttpRefusal } from './http-refusal.js';
import { IdentityModule } from './identity.module.js';
import { Public, Requires } from './route.decorators.js';
import { Who } from './who.js';

const ID = '11111111-1111-4111-8111-111111111111';

@Controller('children')
class ChildrenController {
  @Get()
  @Requires('child:list')
  list(@Who() who: Who) {
    return { for: who.id, reach: who.capabilities.get('child:list') };
  }

  @Get('count')
  @Public('a figure that anybody may know')
  count() {
    return { count: 2 };
  }
}

@Controller('open')
class OpenController {
  @Get()
  @Public('says nothing')
  asks(@Who() who: Who) {
    return who;
  }
}

@Controller('careless')
class CarelessController {
  @Get()
  forgotten() {
    return {};
  }

  @Get('both')
  @Requires('kpi:read')
  @Public('why not')
  both() {
    return {};
  }

  notARoute() {
    return {};
  }
}

@Catch(HttpRefusal)
class RefusalFilter implements ExceptionFilter {
  catch({ status, code, sentence, rule }: HttpRefusal, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<{ status(n: number): { send(body: unknown): void } }>().status(status).send({ code, sentence, rule });
  }
}

const start = async (controllers: (typeof ChildrenController | typeof OpenController | typeof CarelessController)[], keycloakUrl: string): Promise<NestFastifyApplication> => {
  @Module({ imports: [IdentityModule.for(identityConfiguration({ KEYCLOAK_URL: keycloakUrl }))], controllers })
  class Application {}
  const application = await NestFactory.create<NestFastifyApplication>(Application, new FastifyAdapter(), { logger: false });
  application.useGlobalFilters(new RefusalFilter());
  return application;
};

describe('the guard of every route', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  let url: string;
  let application: NestFastifyApplication;
  let standing: object = {};

  beforeAll(async () => {
    server.on('request', ({ url: path = '' }, response) => {
      response.end(JSON.stringify(path.endsWith('/certs') ? { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig' }] } : { sub: ID, ...standing }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    application = await start([ChildrenController, OpenController], url);
    await application.listen(0, '127.0.0.1');
  });

  afterAll(async () => { await application.close(); server.closeAllConnections(); server.close(); });

  /** A token that nobody has seen before, so that its standing is asked for anew. */
  const tokenOf = (key: KeyObject): Promise<string> =>
    new SignJWT({ typ: 'Bearer', jti: String(performance.now()) }).setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(`${url}/realms/permanence`).setAudience(API_CLIENT).setSubject(ID).setIssuedAt().setExpirationTime('5m').sign(key);

  const get = async (path: string) => request(application.getHttpServer()).get(path).set('authorization', `Bearer ${await tokenOf(keys.privateKey)}`);

  it('lets through who holds the capability, and says how far it reaches', async () => {
    standing = { authority: 'E06000020', realm_access: { roles: ['team-manager', 'offline_access'] } };
    expect((await get('/children')).body).toEqual({ for: ID, reach: 'team' });
  });

  it('refuses who does not hold it, with the sentence for it', async () => {
    standing = { authority: 'E06000020', realm_access: { roles: ['elected-member'] } };
    const { status, body } = await get('/children');
    expect({ status, body }).toMatchObject({ status: 403, body: { code: 'CHILDREN_NOT_FOR_ROLE', rule: 'identity.capability.child:list' } });
  });

  it.each([{}, { authority: 'Telford' }])('refuses an account that names no authority: %j', async (account) => {
    standing = { ...account, realm_access: { roles: ['team-manager'] } };
    expect((await get('/children')).body.code).toBe('ACCOUNT_NOT_SET_UP');
  });

  it('refuses a token that somebody else signed', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const { status, body } = await request(application.getHttpServer()).get('/children').set('authorization', `Bearer ${await tokenOf(stranger)}`);
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('asks nobody to sign in for a public route, where nobody is who', async () => {
    expect((await request(application.getHttpServer()).get('/children/count')).body).toEqual({ count: 2 });
    expect((await request(application.getHttpServer()).get('/open')).status).toBe(500);
  });

  it('stops the start when a route names no capability, or says two things', async () => {
    const careless = await start([CarelessController], url);
    expect(() => assertEveryRouteNamesItsCapability(careless)).toThrow([
      "The route CarelessController.forgotten names no capability: mark it @Requires('…'), or @Public('why').",
      'The route CarelessController.both is marked both @Requires and @Public: keep the one that is meant.',
    ].join('\n'));
    await careless.close();
    expect(() => assertEveryRouteNamesItsCapability(application)).not.toThrow();
  });
});
