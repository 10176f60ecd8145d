/**
 * Every text a reader sees, by page. A text with something in it is a function. A namespace rather than
 * an object, so that the texts of a page come with the page and not with the first load.
 */
export * as texts from './texts/catalogue';
