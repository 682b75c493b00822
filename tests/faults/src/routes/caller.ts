import type { RunningServices } from '../running/running-services.js';
import { type Call, MONTH, type Names, type Route } from './matrix.js';

export type Answer = Readonly<{ status: number; text: string; headers: Headers }>;

/** An empty episodes file: enough for an upload that is checked and applies nothing. */
const FILE = new Blob(['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n'], { type: 'text/csv' });

const bodyOf = ({ body, form }: Call): { body?: string | FormData; headers?: Record<string, string> } => {
  if (form !== undefined) {
    const parts = new FormData();
    for (const [name, value] of Object.entries(form)) parts.append(name, value);
    parts.append('files', FILE, 'episodes.csv');
    return { body: parts };
  }
  return body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
};

/** Parts of addresses beside `{id}`. */
const partsOf = ({ authority, tracker }: Names): Readonly<Record<string, string>> => ({ authority, month: MONTH, version: '1', reference: tracker, trackerReference: tracker, file: 'nothing.ics' });

/** Calls a route of a service as somebody. `names` is what the query and the body name, `id` what the address names. */
export const callRoute = async (running: Pick<RunningServices, 'urlOf'>, name: string, route: Route, { token, names, id }: Readonly<{ token?: string; names: Names; id: string }>): Promise<Answer> => {
  const [method = '', address = ''] = name.split(' ');
  const service = address.split('/')[2] ?? '';
  const call = route.names?.(names) ?? (method === 'GET' ? {} : { body: {} });
  const url = `${running.urlOf(service)}${address.slice(`/api/${service}/v1`.length).replace(/\{(\w+)\}/g, (_, part: string) => ({ ...partsOf(names), id })[part] ?? 'nowhere')}${call.query ? `?${new URLSearchParams(call.query)}` : ''}`;
  const { body, headers } = bodyOf(call);
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body }), headers: { ...headers, ...call.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};
