/** One hash of names and contents of files, and of all files in folders. */
export function fingerprint(paths: readonly string[], except?: readonly string[]): string;
