/** Whether a code is one of the DfE's rules (142, 503A, INT03, SW10STG2), which have a page of their own; the product's own checks have a sentence only. */
export const isDfeRule = (code: string): boolean => /^(INT|SW)?\d+[A-Za-z]?(STG\d)?$/.test(code);
