/** Where the emergency duty team answers: at the foot of every page, and in what says that something cannot be done now. */
export const OUT_OF_HOURS = { words: '01632 960 117', href: 'tel:01632960117' } as const;
