import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from './pages.js';

/** A form of the sign-in page or of a sign-out is a few hundred bytes; a token in it, some thousands. */
const LONGEST_FORM = 20_000;

/** The fields of a posted form. @throws Error when it is longer than any of ours. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_FORM) throw new Error('The form is longer than any that the issuer has.');
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
};

export const sendPage = (response: ServerResponse, status: number, { headers, body }: Page): void => {
  response.writeHead(status, headers).end(body);
};

export const sendJson = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers }).end(JSON.stringify(body));
};

export const redirect = (response: ServerResponse, address: string): void => {
  response.writeHead(303, { location: address, 'cache-control': 'no-store' }).end();
};
