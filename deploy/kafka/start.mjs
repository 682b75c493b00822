// Starts true Kafka on free ports with a data folder of its own: node deploy/kafka/start.mjs [--port N] [--data DIR]
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchKafka } from './fetch.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().unref();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true) || socket.destroy());
    socket.once('error', () => resolve(false));
  });

const properties = (port, controllerPort, folder) => `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
controller.listener.names=CONTROLLER
log.dirs=${join(folder, 'log')}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=5
offsets.retention.minutes=525600
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
`;

const LOGGING = `status=error
appender.file.type=Console
appender.file.name=out
appender.file.layout.type=PatternLayout
appender.file.layout.pattern=%d{ISO8601} %p %m (%c)%n
rootLogger.level=warn
rootLogger.appenderRef.out.ref=out
`;

const java = (libs, folder, ...args) => ['-Xmx512m', `-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`, '-cp', `${libs}/*`, ...args];

const format = (libs, folder, config) => {
  const storage = (...args) => spawnSync('java', java(libs, folder, 'kafka.tools.StorageTool', ...args), { encoding: 'utf8' });
  const id = storage('random-uuid').stdout.trim().split('\n').at(-1);
  const { status, stdout, stderr } = storage('format', '-t', id, '-c', config);
  if (status !== 0) throw new Error(`Kafka could not prepare its data folder ${folder}.\n${stdout}${stderr}`);
};

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

const untilAccepts = async (child, port, log) => {
  for (const end = Date.now() + START_LIMIT_MS; !(await answers(port)); await pause(100)) {
    if (hasEnded(child)) throw new Error(`Kafka ended while it started. Its log is ${log}.`);
    if (Date.now() > end) throw new Error(`Kafka did not accept connections within a minute. Its log is ${log}.`);
  }
};

const stopper = (child, folder, keep) => async () => {
  child.kill('SIGTERM');
  for (const end = Date.now() + STOP_LIMIT_MS; !hasEnded(child) && Date.now() < end; ) await pause(50);
  if (!hasEnded(child)) child.kill('SIGKILL');
  if (!keep) await rm(folder, { recursive: true, force: true });
};

/**
 * Starts one broker, and waits until it accepts connections. With KAFKA_BROKERS set, that is used and nothing is started.
 * @param {{ port?: number, data?: string, own?: boolean }} [options] `data` is kept after the stop; without it a temporary folder is used;
 *   `own` starts one all the same
 * @returns {Promise<{ brokers: string, pid?: number, stop: () => Promise<void> }>} `brokers` is what KAFKA_BROKERS takes
 */
export const startKafka = async ({ port, data, own = false } = {}) => {
  if (!own && process.env.KAFKA_BROKERS) return { brokers: process.env.KAFKA_BROKERS, stop: async () => {} };
  const libs = await fetchKafka();
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'permanence-kafka-')));
  await mkdir(folder, { recursive: true });
  const [listening, controller] = [port ?? (await freePort()), await freePort()];
  const config = join(folder, 'server.properties');
  await writeFile(config, properties(listening, controller, folder));
  await writeFile(join(folder, 'log4j2.properties'), LOGGING);
  if (!existsSync(join(folder, 'log', 'meta.properties'))) format(libs, folder, config);
  const log = join(folder, 'kafka.log');
  const child = spawn('java', java(libs, folder, 'kafka.Kafka', config), { stdio: ['ignore', 'pipe', 'pipe'] });
  const out = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  const withUs = () => {
    child.kill('SIGKILL');
    if (data === undefined) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', withUs);
  child.once('exit', () => process.off('exit', withUs));
  const stop = stopper(child, folder, data !== undefined);
  try {
    await untilAccepts(child, listening, log);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { brokers: `127.0.0.1:${listening}`, pid: child.pid, stop };
};

const main = async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
  // An interrupt while it starts ends this process in order, and with it what it has started.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
  const kafka = await startKafka({ port: values.port ? Number(values.port) : undefined, data: values.data });
  process.stdout.write(`KAFKA_BROKERS=${kafka.brokers}\n`);
  if (!kafka.pid) return;
  // A second signal must not end us before the broker has ended and its folder is gone.
  await new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.removeAllListeners(signal).on(signal, resolve)));
  await kafka.stop();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
