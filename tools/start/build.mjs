// npm run build: what npm start does before it starts.
import { build, checkNode, install } from './prepare.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

try {
  checkNode();
  await install(say);
  await build(say);
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
