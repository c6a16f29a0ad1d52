import type { Artifact } from '../../../artifacts/artifact.js';
import type { Location } from '../../../artifacts/location.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';

export type { Place };

/** The place of a segment or of a value. */
export function placeOf({ path }: Pick<Artifact, 'path'>, { location }: { readonly location: Location }): Place {
  return placeIn({ path }, location);
}
