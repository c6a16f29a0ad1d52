/** How sure the source of a rule is; the scale is one for the whole project. Only `primary` may give an error. */
export type Mark = 'primary' | 'observed' | 'second-hand' | 'belief';
