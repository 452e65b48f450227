import type { PartName } from '../../features/support/containers/parts.ts';
import type { Env } from './tar-of.ts';

/** A file that a recipe puts beside the Dockerfile, or into the base: where it is, and its name there. */
export interface Ingredient {
  readonly from: string;
  readonly to: string;
}

/** What the image of a part is made of, beside `containers/PART/`. */
export interface Recipe {
  readonly part: PartName;
  /** Files beside the Dockerfile. */
  readonly context: (env: Env) => Promise<readonly Ingredient[]>;
  /** Debian packages that make the base where no registry can be reached; none: the image needs no base. */
  readonly debian: readonly string[];
  /** Names that a script of a package would have made: link, and what it points to within the base (`*` for one folder). */
  readonly links?: Readonly<Record<string, string>>;
  /** Programs that are not in Debian, put into that base. */
  readonly beside?: () => readonly Ingredient[];
}
