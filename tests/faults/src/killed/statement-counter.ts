import pg from 'pg';

/** Die before the nth statement of an import is sent, when it is sent but not answered, or when it is answered. */
export type Death = Readonly<{ kind: 'before' | 'during' | 'after'; statement: number }>;

type Query = (this: pg.Client, ...values: unknown[]) => Promise<unknown>;

/** The statement with which the work on an import begins. */
const BEGINS = /^update import set phase/;

const textOf = ([query]: readonly unknown[]): string => (typeof query === 'string' ? query : String((query as { text?: unknown } | undefined)?.text ?? '')).trim();

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** Counts the statements of the application from the beginning of an import on; the relay has connections of its own. */
class StatementCounter {
  private sent = 0;
  private begun = false;

  constructor(private readonly death: Death) {}

  private isCounted(client: pg.Client, text: string): boolean {
    const { application_name: name } = (client as unknown as { connectionParameters: { application_name?: string } }).connectionParameters;
    if (name !== 'locality-hub') return false;
    this.begun ||= BEGINS.test(text);
    return this.begun;
  }

  /** Sends a statement, and dies where it was told to. */
  async around(client: pg.Client, values: readonly unknown[], send: Query): Promise<unknown> {
    if (!this.isCounted(client, textOf(values))) return send.apply(client, [...values]);
    this.sent += 1;
    const here = this.sent === this.death.statement;
    if (here && this.death.kind === 'before') die();
    const answer = send.apply(client, [...values]);
    if (here && this.death.kind === 'during') setImmediate(die);
    const rows = await answer;
    if (here && this.death.kind === 'after') die();
    return rows;
  }

  get count(): number {
    return this.sent;
  }
}

/** Waits for the parent to say where to die; to `count` it answers how many statements there were. */
export const dieWhenTold = (): void => {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const send = prototype.query;
  let counter: StatementCounter | undefined;
  process.on('message', (told: Death | 'count') => {
    if (told === 'count') return void process.send?.({ statements: counter?.count ?? 0 });
    const counting = new StatementCounter(told);
    counter = counting;
    prototype.query = function (this: pg.Client, ...values: unknown[]) {
      return values.some((value) => typeof value === 'function') ? send.apply(this, values) : counting.around(this, values, send);
    };
    process.send?.({ told: true });
  });
};
