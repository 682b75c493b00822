import { AUTHORITIES } from '@permanence/contracts/partnership';
import { localityHub } from '@permanence/locality-hub/service';
import { REGION, TenantId, Uuid } from '@permanence/kernel/values';
import { type DeadLetterCommand, runDeadLetterCommand } from '@permanence/platform/messaging';
import { regionalHub } from '@permanence/regional-hub/service';
import type { Asked, Operation } from './operation.js';
import { withService } from './operator-service.js';
import { withServiceDatabase } from './service-database.js';

type Letters = DeadLetterCommand['deadLetters'];

const TENANTS: readonly TenantId[] = [...AUTHORITIES.map(({ code }) => code), REGION];

/** Whose event it is: an operator has its id and need not know more. */
const ownerOf = async (letters: Letters, [, id]: readonly string[]): Promise<TenantId> => {
  const wanted = id === undefined ? undefined : Uuid(id);
  for (const tenant of TENANTS) if ((await letters.list([tenant])).some(({ eventId }) => eventId === wanted)) return tenant;
  return REGION;
};

const tenantsAsked = async ({ words, authority }: Asked, letters: Letters): Promise<readonly TenantId[]> => {
  if (authority !== undefined) return [TenantId(authority)];
  return words[0] === 'list' ? TENANTS : [await ownerOf(letters, words)];
};

/** Services that listen to another one; regional-hub hears nearly everything, so it is meant unless another is named. */
const LISTENERS = [regionalHub, localityHub];

const withoutService = (asked: Asked): Readonly<{ service: (typeof LISTENERS)[number]; asked: Asked }> => {
  const named = LISTENERS.find(({ name }) => asked.words.includes(name));
  return { service: named ?? regionalHub, asked: { ...asked, words: asked.words.filter((word) => word !== named?.name) } };
};

/** Shows, retries or discards the events that a service could not handle: `list`, `list locality-hub`. */
export const deadLetters: Operation = (given) => {
  const { service, asked } = withoutService(given);
  return withServiceDatabase(asked, service.schema, (database) =>
    withService(service, asked, { database, operatorOnly: true }, async ({ messaging: { deadLetters: letters } }) => {
      const tenants = await tenantsAsked(asked, letters);
      const codes: number[] = [];
      for (const tenant of tenants) {
        if (tenants.length > 1) asked.write(`${tenant}:`);
        codes.push(await runDeadLetterCommand({ args: [...asked.words, '--authority', tenant], deadLetters: letters, by: asked.environment['USER'] ?? 'operator', write: asked.write }));
      }
      return Math.max(...codes);
    }));
};
