/** A request and its answer, as a proxy between browser and site would see it. The issuer's pages are Keycloak's in earnest, and its own specs look at the built-in ones. */
export type Exchange = Readonly<{ url: string; kind: 'page' | 'api' | 'asset' | 'issuer'; status: number; headers: Headers; body: string }>;

/** A passive rule of OWASP ZAP: its number, its name, and what it finds in an exchange. */
export type PassiveRule = Readonly<{ id: number; name: string; finds: (exchange: Exchange) => boolean }>;

const header = ({ headers }: Exchange, name: string): string => headers.get(name) ?? '';
const cookies = ({ headers }: Exchange): string[] => headers.getSetCookie();
const isHtml = (exchange: Exchange): boolean => header(exchange, 'content-type').startsWith('text/html');
const hasBody = ({ body }: Exchange): boolean => body !== '';
const tags = ({ body }: Exchange, name: string): string[] => body.match(new RegExp(`<${name}\\b[^>]*>`, 'gi')) ?? [];
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1];
const directive = (exchange: Exchange, name: string): string | undefined => header(exchange, 'content-security-policy').split(';').map((each) => each.trim()).find((each) => each.startsWith(`${name} `) || each === name);
const isOwn = (exchange: Exchange, address: string): boolean => new URL(address, exchange.url).origin === new URL(exchange.url).origin;
const isRedirect = ({ status }: Exchange): boolean => status >= 300 && status < 400 && status !== 304;
const postForms = (exchange: Exchange): string[] => exchange.body.match(/<form\b[^>]*method="post"[\s\S]*?<\/form>/gi) ?? [];
const never = (name: string) => (exchange: Exchange): boolean => exchange.headers.has(name);

/** Words with which frameworks and databases tell about themselves when something fails. */
const FAULTS = /\bat [\w.<>]+ \(.*:\d+:\d+\)|node_modules\/|QueryFailedError|syntax error at or near|ECONNREFUSED|UnhandledPromise|Traceback \(most recent/;

const COOKIES: readonly PassiveRule[] = [
  { id: 10010, name: 'Cookie without HttpOnly', finds: (exchange) => cookies(exchange).some((cookie) => !/;\s*httponly/i.test(cookie)) },
  { id: 10011, name: 'Cookie without Secure, where the site is on https', finds: (exchange) => exchange.url.startsWith('https:') && cookies(exchange).some((cookie) => !/;\s*secure/i.test(cookie)) },
  { id: 10054, name: 'Cookie without SameSite', finds: (exchange) => cookies(exchange).some((cookie) => !/;\s*samesite=(lax|strict)/i.test(cookie)) },
  { id: 90033, name: 'Loosely scoped cookie', finds: (exchange) => cookies(exchange).some((cookie) => /;\s*domain=/i.test(cookie)) },
  { id: 10029, name: 'Cookie made from the address', finds: (exchange) => cookies(exchange).some((cookie) => [...new URL(exchange.url).searchParams.values()].some((value) => value.length > 3 && cookie.includes(value))) },
];

const HEADERS: readonly PassiveRule[] = [
  { id: 10015, name: 'Cache-control of what is not an asset', finds: (exchange) => exchange.kind !== 'asset' && !/no-store/.test(header(exchange, 'cache-control')) },
  { id: 10019, name: 'Content-Type missing', finds: (exchange) => hasBody(exchange) && header(exchange, 'content-type') === '' },
  { id: 10020, name: 'No fence against being framed', finds: (exchange) => isHtml(exchange) && header(exchange, 'x-frame-options') === '' && !directive(exchange, 'frame-ancestors') },
  { id: 10021, name: 'X-Content-Type-Options missing', finds: (exchange) => hasBody(exchange) && header(exchange, 'x-content-type-options') !== 'nosniff' },
  { id: 10035, name: 'Strict-Transport-Security missing, where the site is on https', finds: (exchange) => exchange.url.startsWith('https:') && header(exchange, 'strict-transport-security') === '' },
  { id: 10036, name: 'Server header', finds: never('server') },
  { id: 10037, name: 'X-Powered-By header', finds: never('x-powered-by') },
  { id: 10039, name: 'X-Backend-Server header', finds: never('x-backend-server') },
  { id: 10050, name: 'Answered from a cache', finds: (exchange) => exchange.kind !== 'asset' && (exchange.headers.has('age') || /hit/i.test(header(exchange, 'x-cache'))) },
  { id: 10052, name: 'X-ChromeLogger-Data header', finds: (exchange) => exchange.headers.has('x-chromelogger-data') || exchange.headers.has('x-chromephp-data') },
  { id: 10056, name: 'X-Debug-Token header', finds: never('x-debug-token') },
  { id: 10061, name: 'X-AspNet-Version header', finds: never('x-aspnet-version') },
  { id: 10063, name: 'Permissions-Policy missing', finds: (exchange) => (isHtml(exchange) || exchange.kind === 'api') && header(exchange, 'permissions-policy') === '' },
  { id: 10098, name: 'Open to scripts of other sites', finds: never('access-control-allow-origin') },
  { id: 10105, name: 'A password asked for by the browser', finds: (exchange) => /basic|digest/i.test(header(exchange, 'www-authenticate')) },
  { id: 90004, name: 'Not kept apart from other sites', finds: (exchange) => header(exchange, 'cross-origin-resource-policy') !== 'same-origin' },
  { id: 90011, name: 'Character set missing, or another in the page', finds: (exchange) => isHtml(exchange) && !/charset=utf-8/i.test(header(exchange, 'content-type')) },
];

const POLICY: readonly PassiveRule[] = [
  { id: 10038, name: 'Content-Security-Policy missing', finds: (exchange) => (isHtml(exchange) || exchange.kind === 'api') && header(exchange, 'content-security-policy') === '' },
  { id: 10055, name: 'Content-Security-Policy that lets in what it should keep out', finds: (exchange) => {
    const policy = header(exchange, 'content-security-policy');
    return policy !== '' && (/\*|unsafe-(inline|eval|hashes)|\bdata:|\bhttps?:(\s|;|$)/.test(policy) || ['default-src', 'frame-ancestors', 'form-action', 'base-uri'].some((name) => !directive(exchange, name)));
  } },
  { id: 10017, name: 'Script of another site', finds: (exchange) => tags(exchange, 'script').some((tag) => { const from = attribute(tag, 'src'); return from !== undefined && !isOwn(exchange, from); }) },
  { id: 90003, name: 'Script or style of another site without integrity', finds: (exchange) => tags(exchange, 'link').some((tag) => attribute(tag, 'rel') === 'stylesheet' && !isOwn(exchange, attribute(tag, 'href') ?? '')) },
  { id: 10040, name: 'Mixed content, where the site is on https', finds: (exchange) => exchange.url.startsWith('https:') && /\b(src|action)="http:/.test(exchange.body) },
  { id: 10110, name: 'Script that makes code of text', finds: (exchange) => /javascript/.test(header(exchange, 'content-type')) && /\beval\(|new Function\(|document\.write\(/.test(exchange.body) },
  { id: 10043, name: 'Script in an attribute', finds: (exchange) => isHtml(exchange) && (/<[^>]+\son\w+="/i.test(exchange.body) || /"javascript:/i.test(exchange.body)) },
  { id: 10108, name: 'A new window that can steer this one', finds: (exchange) => tags(exchange, 'a').some((tag) => attribute(tag, 'target') === '_blank' && !/noopener|noreferrer/.test(attribute(tag, 'rel') ?? '')) },
];

const TELLING: readonly PassiveRule[] = [
  { id: 2, name: 'A private address', finds: ({ body }) => /\b(10\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b/.test(body) },
  { id: 3, name: 'A session in the address', finds: ({ url, body }) => /[?&;](jsessionid|phpsessid|sid|session|sessionid)=/i.test(url + body) },
  { id: 10009, name: 'The banner of a server in the page', finds: (exchange) => isHtml(exchange) && /\b(Apache|nginx|Fastify|Node\.js|Express)\/\d/.test(exchange.body) },
  { id: 10023, name: 'A message for developers', finds: ({ body }) => FAULTS.test(body) },
  { id: 10024, name: 'Something sensitive in the address', finds: ({ url }) => /[?&](password|pass|token|access_token|ssn|nhs|upn|surname|forename|postcode)=/i.test(url) },
  { id: 10027, name: 'A comment that tells too much', finds: (exchange) => /<!--(?![\s\S]*?\bif\b)[\s\S]*?\b(todo|fixme|hack|bug|password|admin|query|debug)\b[\s\S]*?-->/i.test(isHtml(exchange) ? exchange.body : '') },
  { id: 10033, name: 'A list of files', finds: ({ body }) => /<title>(Index of|Directory listing)/i.test(body) },
  { id: 10062, name: 'A card number', finds: ({ body }) => /\b(?:4\d{3}|5[1-5]\d{2})(?:[ -]\d{4}){3}\b/.test(body) },
  { id: 10097, name: 'A hash of a password', finds: ({ body }) => /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}|\$argon2/.test(body) },
  { id: 10099, name: 'Source code', finds: (exchange) => isHtml(exchange) && /\{\{.*\}\}|\{%.*%\}|<\?php|import .+ from '/.test(exchange.body.replaceAll(/<pre[\s\S]*?<\/pre>/g, '')) },
  { id: 90022, name: 'An error of the application', finds: ({ status, body }) => status === 500 || FAULTS.test(body) },
];

const FORMS: readonly PassiveRule[] = [
  { id: 10202, name: 'A form without a token against forgery', finds: (exchange) => isHtml(exchange) && postForms(exchange).some((form) => !/name="_csrf" value="[^"]{16,}"/.test(form)) },
  { id: 10026, name: 'A form whose address may be changed from outside', finds: (exchange) => isHtml(exchange) && postForms(exchange).some((form) => { const to = attribute(form, 'action'); return to !== undefined && !isOwn(exchange, to); }) },
  { id: 10028, name: 'A redirection to an address from outside', finds: (exchange) => isRedirect(exchange) && [...new URL(exchange.url).searchParams.values()].some((value) => /^(https?:)?\/\//.test(value) && header(exchange, 'location').startsWith(value)) },
  { id: 10044, name: 'A redirection that says too much', finds: (exchange) => isRedirect(exchange) && exchange.body.length > 1000 },
  { id: 10031, name: 'Something typed that comes back unescaped', finds: (exchange) => isHtml(exchange) && [...new URL(exchange.url).searchParams.values()].some((value) => /[<>"']/.test(value) && exchange.body.includes(value)) },
];

/** The rules that apply to such a site; `docs/security.md` says which do not, and why. */
export const PASSIVE_RULES: readonly PassiveRule[] = [...COOKIES, ...HEADERS, ...POLICY, ...TELLING, ...FORMS].sort((a, b) => a.id - b.id);

/** What the rules find in an exchange. */
export const findingsIn = (exchange: Exchange): string[] => PASSIVE_RULES.filter(({ finds }) => finds(exchange)).map(({ id, name }) => `${id} ${name}: ${exchange.kind} ${exchange.status} ${new URL(exchange.url).pathname}`);
