export type Options = Readonly<{ cwd?: string; env?: NodeJS.ProcessEnv }>;

/** Keeps what it starts, so that an interrupt leaves nothing behind. */
export class Processes {
  readonly stopping: boolean;
  run(program: string, args: readonly string[], options?: Options): Promise<boolean>;
  background(program: string, args: readonly string[], options: Options & Readonly<{ isReady: (said: string) => boolean; log?: string; ended?: () => void }>): Promise<string>;
  stop(): Promise<void>;
}
