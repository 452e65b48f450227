import { packageRoot as rootAbove } from '../../profile/export/package-root.ts';

/** True in a clone, where steps run as TypeScript; false compiled, in `dist/`. */
export const fromSources = __filename.endsWith('.ts');

/** Folder of the package. */
export const packageRoot: string = rootAbove();
