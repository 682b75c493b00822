// The whole product in a process of its own, as npm start has it: what it writes is what an operator's log would hold, and
// what its relays send is heard as a topic's reader would hear it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged, root } from '../../../../tools/start/prepare.mjs';

const [port, dataFolder, today] = process.argv.slice(2);
const built = (...path) => import(pathToFileURL(join(root, 'dist', ...path)).href);
await buildIfChanged(() => undefined);
const { start } = await built('apps', 'all-in-one', 'src', 'main.js');
const { InProcessTransport } = await built('libs', 'platform', 'messaging', 'src', 'transport', 'in-process.transport.js');

const LISTENER = 'privacy-listener';
const relays = [];
const publish = InProcessTransport.prototype.publish;
InProcessTransport.prototype.publish = function publishHeard(topic, relay) {
  relays.push(relay);
  relay.open({ name: LISTENER, send: async (envelopes) => void process.send({ sent: JSON.stringify([topic, envelopes]) }) });
  return publish.call(this, topic, relay);
};

const region = await start({ port: Number(port), dataFolder, today });
process.once('message', async () => {
  await Promise.all(relays.map((relay) => relay.level(LISTENER)));
  await region.stop();
  process.exit(0);
});
process.send({ url: region.url });
