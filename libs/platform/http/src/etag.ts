import { HttpProblem, problem } from './problem.js';

/** The `ETag` of a row's version. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that an edit says it was made from.
 * @throws HttpProblem 428 when `If-Match` is missing, 412 when it cannot be a version of ours.
 */
export const versionFrom = (ifMatch: string | undefined): number => {
  if (ifMatch === undefined) throw new HttpProblem(problem(428, 'VERSION_MISSING', 'Say which version you changed: send its ETag in If-Match.'));
  const version = /^"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version === undefined) throw changedMeanwhile();
  return Number(version);
};

/** 412: somebody else changed it first. */
export const changedMeanwhile = (): HttpProblem => new HttpProblem(problem(412, 'CHANGED_MEANWHILE', 'Somebody changed this while you were working on it. Look at it again, then make your change.'));
