/** What all queries of the page begin with. */
export const PLATFORM = ['platform'];
