/** What an inbox counts; the metrics show it. */
export class InboxCounts {
  handledEvents = 0;
  deadLetteredEvents = 0;

  handled(events: number): void {
    this.handledEvents += events;
  }

  deadLettered(): void {
    this.deadLetteredEvents += 1;
  }
}
