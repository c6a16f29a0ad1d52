/** The shape of a catalogue in another language: same keys, any text. */
export type SameKeys<T> = T extends string ? string : { readonly [K in keyof T]: SameKeys<T[K]> };
