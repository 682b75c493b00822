import type { View } from '../frame/view.js';

const statement = (name: 'accessibility' | 'privacy' | 'cookies', title: string): View => ({ template: `help/${name}/page.njk`, title, section: null, crumbs: [], page: {} });

/** Pages of standing text. */
export const accessibilityPage = (): View => statement('accessibility', 'Accessibility');
export const privacyPage = (): View => statement('privacy', 'Privacy');
export const cookiesPage = (): View => statement('cookies', 'Cookies');
