import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIssuer } from '@permanence/embedded/issuer';
import { identityContract } from './identity.contract.js';
import { REALM_FILE } from './realm-people.js';
import type { IssuerUnderTest } from './sign-in.js';

/** The built-in issuer behind an HTTP server of its own. */
const startEmbedded = async (): Promise<IssuerUnderTest> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'issuer-'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = await createIssuer({ publicUrl: url, dataFolder, realmFile: REALM_FILE, environment: {}, report: (fault) => { throw fault; } });
  server.on('request', issuer.handle);
  return {
    url, publicUrl: url, portalSecret: issuer.portalSecret,
    fillIn: async ({ address }, { id }) => ({ action: address, fields: { person: id } }),
    disableAccount: async ({ id }) => issuer.disableAccount(id),
    removeRole: async ({ id }, role) => issuer.removeRole(id, role),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(dataFolder, { recursive: true });
    },
  };
};

describe('identity by the built-in issuer', () => identityContract(startEmbedded));
