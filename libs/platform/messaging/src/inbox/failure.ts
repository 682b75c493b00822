/** The network between us and PostgreSQL or the broker. */
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/** SQLSTATE: connection lost (08), resources (53), shut down or starting (57P), two transactions in each other's way (40), lock not available. */
const TRANSIENT_SQLSTATE = /^(?:08...|53...|57P0.|40...|55P03)$/;

/** What pg says without any code when its connection goes away. */
const CONNECTION_GONE = /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|Query read timeout)/;

type Clue = { code?: unknown; message?: unknown; driverError?: unknown; cause?: unknown };

const chainOf = (error: unknown): readonly Clue[] => {
  const chain: Clue[] = [];
  for (let at = error as Clue | undefined; at && typeof at === 'object' && !chain.includes(at); at = (at.driverError ?? at.cause) as Clue | undefined) chain.push(at);
  return chain;
};

/** Whether an error tells of the infrastructure and not of the event: such work is repeated until it succeeds, and no event is blamed. */
export const isInfrastructure = (error: unknown): boolean =>
  chainOf(error).some(({ code, message }) => {
    if (typeof code === 'string') return NETWORK.has(code) || TRANSIENT_SQLSTATE.test(code);
    return typeof message === 'string' && CONNECTION_GONE.test(message);
  });

const CODE = /^[A-Z0-9_]{2,60}$/;
const PLACE = /([\w.-]+\.[cm]?[jt]s:\d+)/;

const ownFrame = (stack: unknown): string | undefined =>
  typeof stack === 'string'
    ? stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line))
        .map((line) => PLACE.exec(line)?.[1])
        .find((place) => place !== undefined)
    : undefined;

/** What may be kept of an error: its code (SQLSTATE, ours) or its class, and the line of our code. A message may hold a name, so it is dropped. */
export const errorCode = (error: unknown): string => {
  const code = chainOf(error)
    .map((clue) => clue.code)
    .find((one): one is string => typeof one === 'string' && CODE.test(one));
  const known = code ?? (error instanceof Error ? error.constructor.name : 'NOT_AN_ERROR');
  const place = error instanceof Error ? ownFrame(error.stack) : undefined;
  return place ? `${known} at ${place}` : known;
};
