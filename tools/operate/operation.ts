/** What an operator's command was asked for. */
export type Asked = Readonly<{
  words: readonly string[];
  /** Of the embedded default; not used where DATABASE_URL is set. */
  dataFolder: string;
  authority: string | undefined;
  /** A fixed day, as for `npm start`. */
  today: string | undefined;
  sql: boolean;
  /** What `read-only` was told. */
  readOnly: Readonly<{ on: boolean; off: boolean; planned: boolean; reason: string | undefined }>;
  environment: Readonly<Record<string, string | undefined>>;
  write: (line: string) => void;
}>;

/** Resolves with the exit code. Throws an Error with a sentence. */
export type Operation = (asked: Asked) => Promise<number>;
