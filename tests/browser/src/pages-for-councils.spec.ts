import { STAFFORDSHIRE, everyPageOf } from './crawl/everybody.js';

describe('every page, for those who see a council’s children', () => {
  everyPageOf(
    [
      ['performance-officer', STAFFORDSHIRE, ['/', '/imports/new', `/region/indicators/cla-number-looked-after?authority=${STAFFORDSHIRE}&month=2026-03`]],
      ['team-manager', STAFFORDSHIRE, ['/', '/children?scope=not-allocated']],
      ['locality-social-worker', STAFFORDSHIRE, ['/']],
    ],
    [
      '/', '/accessibility', '/calendar', '/children', '/children/allocate', '/children/tracker', '/children/{id}', '/cookies', '/emergency-access', '/help/glossary', '/help/rules/{clock}', '/help/rules/{rule}', '/imports', '/imports/new', '/imports/{id}',
      ...['access', 'chronology', 'family', 'findings', 'missing', 'placements', 'plan', 'restriction', 'reviews', 'workers'].map((part) => `/children/{id}/${part}`), '/imports/{id}/corrections', '/imports/{id}/findings',
      '/privacy', '/region/harder-to-place', '/region/tracker', '/region/tracker/board', '/relations', '/region/indicators/{indicator}', '/region/indicators/{indicator}/cases', '/region/scorecard',
    ],
  );
});
