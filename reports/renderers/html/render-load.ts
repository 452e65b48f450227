import type { LoadResult } from '../../load/load-result.ts';
export const renderLoadHtml = (_result: LoadResult): string => '<!doctype html>';
