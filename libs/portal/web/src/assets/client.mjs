// What the browser gets: only the named parts, each an enhancement of a page that already works without it.
import { Button, Checkboxes, ErrorSummary, Radios, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';
import { Alert, MultiSelect } from '@ministryofjustice/frontend';

for (const part of [Button, Checkboxes, ErrorSummary, Radios, ServiceNavigation, SkipLink, Alert, MultiSelect]) createAll(part);

/** A filter is open when the page arrives; on a phone it folds away. */
const foldFilters = () => {
  if (!matchMedia('(max-width: 640px)').matches) return;
  for (const filter of document.querySelectorAll('details[data-fold-on-phone]')) filter.open = false;
};

/** Names the files that were chosen, as text: a name is never read as markup. */
const listChosenFiles = (input, list) => {
  input.addEventListener('change', () => {
    list.replaceChildren(...Array.from(input.files ?? [], (file) => Object.assign(document.createElement('li'), { textContent: file.name })));
  });
};

/** Asks how far a running import is every 3 seconds; says it at each tenth and at the end, then shows the result. */
const followProgress = (status) => {
  const address = status.dataset['progress'] ?? '';
  const bar = status.querySelector('progress');
  const words = status.querySelector('[role="status"]');
  const ask = async () => {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    if (!answer.ok) return void setTimeout(ask, 10_000);
    const { share, sentence, ended } = await answer.json();
    if (ended) return void location.reload();
    if (bar !== null && share !== null) bar.value = share;
    if (words !== null && words.textContent !== sentence) words.textContent = sentence;
    setTimeout(ask, 3000);
  };
  setTimeout(ask, 3000);
};

/** Says on paper when it was printed, by the clock of the service: the page may have been open for an hour. */
const sayWhenPrinted = (place) => {
  const made = Date.parse(place.dataset['printedAt'] ?? '');
  addEventListener('beforeprint', () => {
    const now = new Date(made + performance.now());
    const words = (asked) => now.toLocaleString('en-GB', { timeZone: 'Europe/London', ...asked }).replace(',', '');
    const at = words({ hour: 'numeric', minute: '2-digit', hour12: true }).replace(/[\s\u202f]/, '').replace(':00', '').toLowerCase();
    place.textContent = ` on ${words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })} at ${at}`;
  });
};

foldFilters();
for (const place of document.querySelectorAll('[data-printed-at]')) sayWhenPrinted(place);
for (const input of document.querySelectorAll('input[type="file"][data-list]')) {
  const list = document.getElementById(input.dataset['list'] ?? '');
  if (list !== null) listChosenFiles(input, list);
}
for (const status of document.querySelectorAll('[data-progress]')) followProgress(status);
