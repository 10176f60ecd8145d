/**
 * The same page in another org, with its filters. Of a page below another (one tag, one conversation)
 * only the upper one: what it shows is not in the other org.
 */
export function pathInOrg(orgId: string, pathname: string, search: string): string {
  const [, area, , page] = pathname.split('/');
  if (area !== 'orgs' || page === undefined) {
    return `/orgs/${orgId}/analytics`;
  }
  return `/orgs/${orgId}/${page}${search}`;
}
