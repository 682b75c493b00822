import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWK, calculateJwkThumbprint } from 'jose';

/** What only this installation knows: made on the first start, kept in its data folder, readable by its owner alone. */
export type Secrets = Readonly<{ signingKey: JWK; cookieKey: string; portalSecret: string }>;

/** @throws Error with a sentence when the file is there and cannot be read as ours. */
export const secretsIn = async (dataFolder: string): Promise<Secrets> => {
  const file = join(dataFolder, 'issuer-secrets.json');
  return existsSync(file) ? read(file) : write(dataFolder, file, await make());
};

const make = async (): Promise<Secrets> => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK;
  return {
    signingKey: { ...key, kid: await calculateJwkThumbprint(key), use: 'sig', alg: 'RS256' },
    cookieKey: randomBytes(32).toString('base64url'),
    portalSecret: randomBytes(32).toString('base64url'),
  };
};

const read = (file: string): Secrets => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (cause) {
    throw new Error(`${file} cannot be read. Delete it and start again: everybody signs in once more.`, { cause });
  }
};

/** Written beside and renamed, so that a start that is cut off leaves no half file. */
const write = (folder: string, file: string, secrets: Secrets): Secrets => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
};
