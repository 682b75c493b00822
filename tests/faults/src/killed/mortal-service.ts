import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Built } from './built.js';
import type { Death } from './statement-counter.js';

export type Surroundings = Readonly<{ keycloakUrl: string; today: string; database: Readonly<{ appUrl: string; ownerUrl: string; relayUrl: string }> }>;

/** locality-hub in a process of its own. */
export type MortalService = Readonly<{
  origin: string;
  /** Where its API begins. */
  url: string;
  /** Resolves when the process has gone, with the signal that ended it. */
  gone: Promise<NodeJS.Signals | null>;
  kill: () => Promise<unknown>;
  /** From now on: die there. */
  dieAt: (death: Death) => Promise<unknown>;
  statements: () => Promise<number>;
}>;

const answerOf = async <T>(child: ChildProcess, gone: Promise<unknown>): Promise<T> => {
  const answer = once(child, 'message') as Promise<[T]>;
  const first = await Promise.race([answer, gone.then(() => undefined)]);
  if (first === undefined) throw new Error('the service process ended before it answered');
  return first[0];
};

/** Starts the process, and waits until it answers. */
export const startMortalService = async (built: Built, { keycloakUrl, today, database }: Surroundings): Promise<MortalService> => {
  const child = spawn(process.execPath, [built.program('killed/service-process')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '--no-warnings', KEYCLOAK_URL: keycloakUrl, TODAY: today, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATABASE_RELAY_URL: database.relayUrl },
  });
  const gone = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  const { url: origin } = await answerOf<{ url: string }>(child, gone);
  const ask = async <T>(question: Death | 'count'): Promise<T> => {
    const answer = answerOf<T>(child, gone);
    child.send(question);
    return answer;
  };
  return {
    origin,
    url: `${origin}/api/locality-hub/v1`,
    gone,
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
    dieAt: (death) => ask(death),
    statements: async () => (await ask<{ statements: number }>('count')).statements,
  };
};
