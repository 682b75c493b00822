import { isReference } from '../record/reference.js';

/** A child's reference as somebody says it: in any case, with blanks around it. @throws TypeError when it is none, or a slip has changed it. */
export const saidReference = (text: string): string => {
  const reference = text.trim().toUpperCase();
  if (!isReference(reference)) throw new TypeError('This is not a reference, written like CH-7F3K-2Q9M. Check each letter and number.');
  return reference;
};
