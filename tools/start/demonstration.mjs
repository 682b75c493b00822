import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { root } from './prepare.mjs';

const markOf = (dataFolder) => join(dataFolder, 'demonstration.json');

/** What is noted of the demonstration in a data folder: the day for which it is made, and whether it is loaded whole. */
const noted = (dataFolder) => (existsSync(markOf(dataFolder)) ? JSON.parse(readFileSync(markOf(dataFolder), 'utf8')) : undefined);

const note = (dataFolder, what) => {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(markOf(dataFolder), JSON.stringify(what));
};

const inEngland = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();

const KEEPS_DAYS = 14;
const A_DAY_MS = 86_400_000;

/**
 * Why a demonstration that is loaded should be made again, in a sentence, or undefined: its region ends on the day of loading, and one
 * from before there was a day in its note has files alone.
 */
export const whyAgain = (dataFolder, today = inEngland()) => {
  const made = noted(dataFolder);
  if (made?.whole !== true) return undefined;
  if (made.today === undefined) return `The demonstration in ${dataFolder} was made on ${statSync(markOf(dataFolder)).mtime.toISOString().slice(0, 10)} by an earlier version, and holds less than this one would.`;
  const days = Math.round((Date.parse(today) - Date.parse(made.today)) / A_DAY_MS);
  return days > KEEPS_DAYS ? `The demonstration in ${dataFolder} ends on ${made.today}, ${days} days ago: nothing has happened in it since.` : undefined;
};

const isAgreed = async () => {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Make it again? Everything in the folder will be gone, what you added too. Type yes to make it again, anything else to keep it: ');
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
};

/** The commands that make it again; both must be told of a folder that is not the usual one. */
export const howAgain = (dataFolder) => {
  const where = dataFolder === resolve('.data') ? '' : ` -- --data ${dataFolder}`;
  return `To make it again: npm run reset${where}, then npm start${where}.`;
};

/** Before anything is started: offers to make an old demonstration again. Without a terminal nobody is asked, and the command is named. */
export const offerToMakeAgain = async ({ dataFolder, today, say }) => {
  const why = whyAgain(dataFolder, today);
  if (why === undefined) return;
  say(why);
  if (!process.stdin.isTTY || !process.stdout.isTTY) say(howAgain(dataFolder));
  else if (await isAgreed()) rmSync(dataFolder, { recursive: true, force: true });
};

/**
 * Loads the demonstration councils in a process of its own: their files through the importer, as anybody would, and beside them what
 * files cannot hold. A load that was cut off goes on at the next start, for the day for which it was begun.
 * @returns what stops it, or undefined when there is nothing to load.
 */
export const loadDemonstration = ({ region, dataFolder, today, say }) => {
  const begun = noted(dataFolder);
  if (begun?.whole === true) return undefined;
  const day = begun?.today ?? today ?? inEngland();
  note(dataFolder, { today: day, whole: false });
  const child = fork(join(root, 'dist', 'tools', 'demonstration', 'load.js'), ['--origin', region.url, '--data', dataFolder, '--today', day], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let last = '';
  child.on('message', (progress) => {
    if (progress.sentence !== last) say(progress.sentence);
    last = progress.sentence;
    region.tellProgress(progress.share < 1 ? progress : null);
  });
  child.once('exit', (code) => {
    region.tellProgress(null);
    if (code === 0) note(dataFolder, { today: day, whole: true });
    else if (code !== null) say('The demonstration councils are not loaded whole. Start again to go on with it.');
  });
  return { stop: () => child.kill() };
};
