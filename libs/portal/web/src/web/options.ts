import type { IdentityConfiguration } from '@permanence/platform/identity';
import { identityConfiguration } from '@permanence/platform/identity';
import { z } from 'zod';
import type { LoadProgress } from '../frame/view.js';

/** What the portal needs to know of where it runs. */
export type PortalOptions = Readonly<{
  /** Where people reach it, without a slash at the end: it stands in the addresses that the issuer sends them back to. */
  publicUrl: string;
  identity: IdentityConfiguration;
  /** The secret of the portal's client at the issuer; what the portal seals is sealed with keys made of it. */
  clientSecret: string;
  localityHubUrl: string;
  regionalHubUrl: string;
  /** Given where the people and the children are invented: how far the demonstration councils are loaded. */
  demonstration?: () => LoadProgress | null;
  /** Style sheet and script as `build.mjs` made them; `dist/assets` unless said otherwise. */
  assetsFolder?: string;
}>;

export const PORTAL_CLIENT = 'permanence-portal';

const address = (name: string, example: string) =>
  z.string({ error: `${name} is missing: give an address such as ${example}.` }).refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), { error: `${name} is not an address such as ${example}.` }).transform((text) => text.replace(/\/+$/, ''));

const schema = z.object({
  PUBLIC_URL: address('PUBLIC_URL', 'https://permanence.example.org'),
  PORTAL_CLIENT_SECRET: z.string({ error: 'PORTAL_CLIENT_SECRET is missing: the secret of the client permanence-portal in Keycloak.' }).min(1),
  LOCALITY_HUB_URL: address('LOCALITY_HUB_URL', 'http://locality-hub:3000'),
  REGIONAL_HUB_URL: address('REGIONAL_HUB_URL', 'http://regional-hub:3000'),
});

/** @throws Error with a sentence for each thing that is missing or wrong. */
export const portalConfiguration = (environment: Readonly<Record<string, string | undefined>>): PortalOptions => {
  const read = schema.safeParse(environment);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
  const { PUBLIC_URL, PORTAL_CLIENT_SECRET, LOCALITY_HUB_URL, REGIONAL_HUB_URL } = read.data;
  return { publicUrl: PUBLIC_URL, clientSecret: PORTAL_CLIENT_SECRET, localityHubUrl: LOCALITY_HUB_URL, regionalHubUrl: REGIONAL_HUB_URL, identity: identityConfiguration(environment) };
};
