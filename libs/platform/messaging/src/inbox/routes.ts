import type { Handler } from '../delivery.js';
import type { Envelope } from '../envelope.js';

/** One handler method, and the mark that tells it from others however many event types it listens to. */
export type Route = Readonly<{ mark: object; handle: Handler }>;

export type Run = { readonly routes: readonly Route[]; readonly events: Envelope[] };

const sameRoutes = (a: readonly Route[], b: readonly Route[]): boolean => a.length === b.length && a.every(({ mark }, i) => mark === b[i]?.mark);

/** Which handlers listen to which event types. */
export class Routes {
  private readonly byType = new Map<string, Route[]>();

  add(type: string, route: Route): void {
    this.byType.set(type, [...(this.byType.get(type) ?? []), route]);
  }

  get types(): readonly string[] {
    return [...this.byType.keys()];
  }

  hears(type: string): boolean {
    return this.byType.has(type);
  }

  /** Cuts events into runs that the same handlers take, order kept. */
  runsOf(events: readonly Envelope[]): readonly Run[] {
    const runs: Run[] = [];
    for (const event of events) {
      const routes = this.byType.get(event.type) ?? [];
      const current = runs.at(-1);
      if (current && sameRoutes(current.routes, routes)) current.events.push(event);
      else runs.push({ routes, events: [event] });
    }
    return runs;
  }
}
