/** So many of a thing whose plural takes an s: `1 image`, `2 images`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
