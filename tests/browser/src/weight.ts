import { request } from 'node:http';

/** Bytes as they travel, gzipped (portal.md 8). */
export const MOST_STYLE_AND_SCRIPT = 45_000;
export const MOST_OF_A_PAGE = 100_000;

/** What an address weighs gzipped. @param cookie of whoever asks */
export const weightOf = (url: string, cookie = ''): Promise<number> =>
  new Promise((done, fail) => {
    request(url, { headers: { 'accept-encoding': 'gzip', accept: 'text/html', cookie } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      }).on('end', () => (answer.headers['content-encoding'] === 'gzip' ? done(bytes) : fail(new Error(`${url} does not come gzipped`)))).on('error', fail);
    }).on('error', fail).end();
  });
