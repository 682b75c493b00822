export const whyAgain: (dataFolder: string, today?: string) => string | undefined;
