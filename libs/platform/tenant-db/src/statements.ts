import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

const names = new Map<string, string>();

/** The name under which a connection keeps a statement that it has read and planned once. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
};

/**
 * The connection of one transaction, below TypeORM, which waits for each answer before it sends the next statement. Here statements go
 * out at once and in order, and an answer is waited for only where somebody needs it.
 */
export class Statements {
  private readonly unanswered: Promise<unknown>[] = [];
  private released = false;

  constructor(private readonly client: PoolClient) {}

  /** @throws QueryFailedError as TypeORM does */
  async answer(text: string, values?: readonly unknown[]): Promise<QueryResult> {
    if (this.released) throw new QueryRunnerAlreadyReleasedError();
    try {
      return await this.client.query(values === undefined ? { text } : { name: nameOf(text), text, values: [...values] });
    } catch (cause) {
      throw new QueryFailedError(text, values && [...values], cause as Error);
    }
  }

  /** Sends a statement whose answer nobody needs: `settled` says whether it was carried out. */
  send(text: string, values?: readonly unknown[]): void {
    const answer = this.answer(text, values);
    answer.catch(() => undefined);
    this.unanswered.push(answer);
  }

  /** Waits for what was sent. @throws QueryFailedError of the first statement that failed: those behind it only say that the transaction is broken */
  async settled(): Promise<void> {
    for (const answer of this.unanswered) await answer;
  }

  release(): void {
    this.released = true;
  }
}
