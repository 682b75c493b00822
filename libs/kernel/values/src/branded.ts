declare const brand: unique symbol;

/** A primitive that only its own constructor may make, so that a child's id is never passed for a stay's. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
