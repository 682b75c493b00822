export const whyAgain: (dataFolder: string, today?: string) => string | undefined;
export const howAgain: (dataFolder: string) => string;
