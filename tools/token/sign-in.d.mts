/** An access token of the first person with this role in this authority (an ONS code, or `region`). Throws an Error with one sentence. */
export declare const tokenFor: (wanted: Readonly<{ origin: string; role: string; authority: string }>) => Promise<string>;
