import { z } from 'zod';

const address = (name: string, example: string, schemes: RegExp) =>
  z.string({ error: `${name} is missing: give an address such as ${example}.` }).refine((text) => URL.canParse(text) && schemes.test(new URL(text).protocol), { error: `${name} is not an address such as ${example}.` });

const database = (name: string) => address(name, 'postgres://role:password@host:5432/permanence', /^postgres(ql)?:$/);

const schema = z.object({
  DATABASE_URL: database('DATABASE_URL'),
  DATABASE_OWNER_URL: database('DATABASE_OWNER_URL'),
  DATABASE_RELAY_URL: database('DATABASE_RELAY_URL'),
  KAFKA_BROKERS: z.string({ error: 'KAFKA_BROKERS is missing: a service of its own cannot hand its events to another process without a broker. Give host:port, separated by commas.' }).min(1),
  KEYCLOAK_URL: address('KEYCLOAK_URL', 'https://identity.example.org', /^https?:$/),
  PORT: z.coerce.number({ error: 'PORT is not a number.' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error'], { error: 'LOG_LEVEL is one of trace, debug, info, warn, error.' }).default('info'),
  READ_ONLY_REASON: z.string().optional(),
  TODAY: z.iso.date({ error: 'TODAY is a day such as 2026-09-30.' }).optional(),
});

/** What a service process needs to know. Read once; secrets come from the environment, never from the repository (architecture, decision 18). */
export type ServiceConfiguration = z.infer<typeof schema>;

/** @throws Error with a sentence for each thing that is missing or wrong. */
export const serviceConfiguration = (environment: Readonly<Record<string, string | undefined>>): ServiceConfiguration => {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
};
