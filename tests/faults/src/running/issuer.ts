import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issuer, createIssuer } from '@permanence/embedded/issuer';
import { projectFile } from '@permanence/platform/host';
import { rootLogger } from '@permanence/platform/telemetry';
import { type TokenOf, tokensOf } from '@permanence/testing/region';
import { tokenFor } from '../../../../tools/token/sign-in.mjs';

/** A token of the first person who is this there, signed in as a browser does it. */
export { tokenFor };

/** The built-in issuer behind an HTTP server of its own. */
export type RunningIssuer = Readonly<{
  issuer: Issuer;
  url: string;
  tokenOf: TokenOf;
  stop: () => Promise<void>;
}>;

export const startIssuer = async (): Promise<RunningIssuer> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'permanence-issuer-'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const logger = rootLogger({ level: 'error' });
  const issuer = await createIssuer({ publicUrl: url, dataFolder, realmFile: projectFile('deploy', 'keycloak', 'realm.json'), environment: {}, report: (error) => logger.error({ error }, 'the issuer failed') });
  server.on('request', issuer.handle);
  return {
    issuer, url, tokenOf: tokensOf(url),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
