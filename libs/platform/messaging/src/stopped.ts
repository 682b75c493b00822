/** Work was given up because the process stops. What was in hand is delivered again next time. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('Stopped before the work was done; it will be delivered again.');
  }
}
