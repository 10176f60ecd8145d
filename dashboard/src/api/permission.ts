/** What a role may do in an org; docs/access.md says which role may what. */
export type Permission =
  | 'org:read'
  | 'org:analytics:read'
  | 'org:analytics:export'
  | 'org:budgets:write'
  | 'org:members:write'
  | 'org:prices:write'
  | 'org:administer';
