import type { Page } from 'playwright-core';
import type { Hand } from './hand.js';
import { keyboard } from './keyboard.js';
import { mouse } from './mouse.js';

/** How somebody goes through a journey: `at` numbers the ways, so that each can have a child of its own. */
export type Way = Readonly<{ way: string; script: boolean; hand: (page: Page, faults: string[]) => Hand; at: number }>;

/** Every journey is walked in each of these ways (portal.md 7). */
export const WAYS: readonly Way[] = [
  { way: 'with a mouse', script: true, hand: mouse, at: 0 },
  { way: 'with the keyboard only', script: true, hand: keyboard, at: 1 },
  { way: 'without JavaScript', script: false, hand: mouse, at: 2 },
];
