export type Seen = Readonly<{ title: string; h1: number; isError: boolean; errorTitle: boolean; twice: readonly string[] }>;

export declare const seenOnPage: () => Seen;
export declare const wideParts: () => readonly string[];
export declare const spaceOut: (apart: boolean) => void;
export declare const isWithin: (part: unknown, selector: string) => boolean;
export declare const linksOnPage: (origin: string) => readonly string[];
export declare const standingAt: (part: unknown) => Readonly<{ isThere: boolean; fault: string | null }>;
export declare const chosenIn: (list: unknown) => string | null;
export declare const assetsOnPage: () => readonly string[];
export declare const keptForPage: () => string;
export declare const screenPartsShown: () => readonly string[];
