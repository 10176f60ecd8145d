/** What buttons of several areas say. */
export const actions = {
  actions: 'Actions',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  more: 'Show more',
};
