import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type MessageHandler, Server } from '@nestjs/microservices';
import { type Observable, isObservable, lastValueFrom, throwError } from 'rxjs';
import type { Delivery } from './delivery.js';
import { Routes } from './inbox/routes.js';
import type { Subscription } from './transport/transport.js';

/**
 * Nest's side of the transport, the same for Kafka and in the process: collects the `@EventPattern` handlers of the controllers,
 * and awaits what Nest makes of them. An Observable that fails and that nobody subscribes to would lose its event without a word.
 */
export class EventServer extends Server {
  /** What goes wrong comes back to the inbox, whole; Nest neither replaces nor logs it. */
  override readonly propagatesEventHandlerErrors = true;
  readonly routes = new Routes();
  private subscription: Subscription | undefined;

  /** @param subscribe begins the deliveries once the handlers are known. */
  constructor(private readonly subscribe: () => Promise<Subscription | undefined>) {
    super();
  }

  /** The methods of a controller that listen to several types have one mark; two controllers may listen to one type. */
  override addHandler(pattern: unknown, callback: MessageHandler, isEventHandler = false, extras: Record<string, unknown> = {}): void {
    if (!isEventHandler || typeof pattern !== 'string') throw new Error('Messages between services are events: declare the handler with @EventPattern and the name of an event.');
    this.routes.add(pattern, { mark: extras, handle: (delivery) => awaited(callback, delivery) });
  }

  override listen(done: (error?: unknown) => void): void {
    this.subscribe().then((subscription) => {
      this.subscription = subscription;
      done();
    }, done);
  }

  get running(): Subscription | undefined {
    return this.subscription;
  }

  override async close(): Promise<void> {
    const { subscription } = this;
    this.subscription = undefined;
    await subscription?.close();
  }

  /** There are no events of the transport itself to listen to. */
  override on(): void {
    throw new Error('The transport of events has no events of its own.');
  }

  override unwrap<T>(): T {
    return this as unknown as T;
  }
}

const awaited = async (callback: MessageHandler, delivery: Delivery): Promise<void> => {
  const answer: unknown = await callback(delivery);
  if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
};

/** Lets an error of a handler through as it is. Nest's own filter would replace it by 'Internal server error' and log its message, which may hold a name. */
@Catch()
export class LetThrough implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
