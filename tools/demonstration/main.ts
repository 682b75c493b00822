import { main } from './write.js';

await main(process.argv.slice(2));
