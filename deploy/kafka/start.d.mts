export type RunningKafka = Readonly<{ brokers: string; pid?: number; stop: () => Promise<void> }>;

/** Starts one broker on free ports, or gives the one that KAFKA_BROKERS names. */
export function startKafka(options?: { port?: number; data?: string }): Promise<RunningKafka>;
