import { Registry, collectDefaultMetrics } from 'prom-client';

/** The metrics of one service, in a registry of its own: several services may live in one process. */
export const metricsOf = (service: string, options: Readonly<{ process: boolean }>): Registry => {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  // What belongs to the process is collected once a process, whatever lives in it.
  if (options.process) collectDefaultMetrics({ register: registry });
  return registry;
};

/** The injection token of a service's metrics. */
export const METRICS = Symbol('metrics');
