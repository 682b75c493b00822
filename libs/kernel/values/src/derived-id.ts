import { v5 } from 'uuid';
import type { Uuid } from './ids.js';

/** The id of a thing that its owner's random id and its natural key settle: the same in any order of loading, and not to be guessed without the owner's id (RFC 9562, version 5). */
export const derivedId = (owner: Uuid, key: string): Uuid => v5(key, owner) as Uuid;
