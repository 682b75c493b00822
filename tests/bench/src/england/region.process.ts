// A region of so many councils in a process of its own, which says when all that was committed has been counted: node … region.process.ts FOLDER PORT DAY
import 'reflect-metadata';
import { startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';

const [dataFolder = '', port = '', today = ''] = process.argv.slice(2);

const region = await startRegion({ dataFolder, port: Number(port), today: LocalDate(today), logLevel: 'error', environment: {} });
process.on('message', (asked: 'settle' | 'stop') => {
  const work = asked === 'settle' ? region.settled() : region.stop();
  void work.then(() => {
    process.send?.(asked);
    if (asked === 'stop') process.exit(0);
  });
});
process.send?.('ready');
