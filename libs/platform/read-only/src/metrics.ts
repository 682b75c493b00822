import { Gauge, type Registry } from 'prom-client';
import type { ReadOnlyMode } from './read-only-mode.js';

/** Shows in a service's metrics whether this process is read-only: somebody should be told when it is forgotten. */
export const showReadOnly = (registry: Registry, mode: ReadOnlyMode): void => {
  new Gauge({
    name: 'read_only_mode',
    help: '1 while people can read and change nothing',
    registers: [registry],
    collect() {
      this.set(mode.now === null ? 0 : 1);
    },
  });
};
