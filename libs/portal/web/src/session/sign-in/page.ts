import type { View } from '../../frame/view.js';

export type SignIn = Readonly<{ demonstration: boolean; after: string }>;

/** Where everybody begins: one button that leads to the issuer, and then on to the address that was asked for. */
export const signInPage = (demonstration: boolean, after: string): View<SignIn> => ({
  template: 'session/sign-in/page.njk', title: 'Sign in', section: null, crumbs: [], page: { demonstration, after },
});
