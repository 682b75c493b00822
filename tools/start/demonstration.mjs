import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const markOf = (dataFolder) => join(dataFolder, 'demonstration.json');

const isLoaded = (dataFolder) => existsSync(markOf(dataFolder)) && JSON.parse(readFileSync(markOf(dataFolder), 'utf8')).whole === true;

/**
 * Loads the demonstration councils through the importer, as anybody would, from a process of its own. A load that was cut
 * off goes on at the next start.
 * @returns what stops it, or undefined when there is nothing to load.
 */
export const loadDemonstration = ({ region, dataFolder, today, say }) => {
  if (isLoaded(dataFolder)) return undefined;
  const arguments_ = ['--origin', region.url, ...(today ? ['--today', today] : [])];
  const child = fork(join(root, 'dist', 'tools', 'demonstration', 'load.js'), arguments_, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let last = '';
  child.on('message', (progress) => {
    if (progress.sentence !== last) say(progress.sentence);
    last = progress.sentence;
    region.tellProgress(progress.share < 1 ? progress : null);
  });
  child.once('exit', (code) => {
    region.tellProgress(null);
    if (code === 0) writeFileSync(markOf(dataFolder), JSON.stringify({ whole: true }));
    else if (code !== null) say('The demonstration councils are not loaded whole. Start again to go on with it.');
  });
  return { stop: () => child.kill() };
};
