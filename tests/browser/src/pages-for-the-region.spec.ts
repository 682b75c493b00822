import { STAFFORDSHIRE, everyPageOf } from './crawl/everybody.js';

describe('every page, for those who audit, decide and watch', () => {
  everyPageOf(
    [
      ['qa-auditor', STAFFORDSHIRE, ['/']],
      ['data-protection-officer', STAFFORDSHIRE, ['/']],
      ['elected-member', STAFFORDSHIRE, ['/']],
      ['reviewing-officer', STAFFORDSHIRE, ['/']],
      ['information-owner', STAFFORDSHIRE, ['/']],
      ['regional-head-of-operations', 'region', ['/']],
      ['slt-member', 'region', ['/']],
      ['management-board-member', 'region', ['/']],
    ],
    [
      '/', '/access-log', '/alerts', '/region/commentary', '/region/harder-to-place', '/region/indicators/{indicator}', '/region/indicators/{indicator}/commentary', '/region/packs', '/region/packs/{authority}/{month}/freeze',
      '/region/scorecard', '/region/sharing', '/region/sharing/grants', '/region/targets', '/region/tracker', '/region/tracker/board',
    ],
  );
});
