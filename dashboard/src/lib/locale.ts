/** Numbers and dates are written as the browser's user writes them; the texts are English. */
export const locales: readonly string[] =
  navigator.languages.length > 0 ? navigator.languages : ['en'];
