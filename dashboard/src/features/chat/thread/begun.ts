/** How one comes to a conversation that one has just begun. */
export const BEGUN = 'begun';
