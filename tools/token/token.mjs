// npm run -s token -- --role performance-officer --authority E06000020 [--port N]
// Prints an access token of 60 minutes of the built-in sign-in, and nothing else.
import { parseArgs } from 'node:util';
import { tokenFor } from './sign-in.mjs';

const USAGE = 'Say who: npm run -s token -- --role performance-officer --authority E06000020 [--port 8080] (--authority region for a regional role).';

const readArguments = () => {
  try {
    const { values } = parseArgs({ options: { role: { type: 'string' }, authority: { type: 'string' }, port: { type: 'string', default: '8080' } } });
    if (values.role && values.authority && /^\d{1,5}$/.test(values.port)) return values;
  } catch (fault) {
    throw new Error(USAGE, { cause: fault });
  }
  throw new Error(USAGE);
};

try {
  const { role, authority, port } = readArguments();
  process.stdout.write(`${await tokenFor({ origin: `http://localhost:${port}`, role, authority })}\n`);
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
