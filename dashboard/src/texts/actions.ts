/** What buttons of several areas say. */
export const actions = {
  actions: 'Actions',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  more: 'Show more',
  search: 'Search',
};
