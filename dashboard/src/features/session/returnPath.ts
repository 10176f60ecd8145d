/** Where to go after signing in. Only paths of this app: an address elsewhere would be an open redirect. */
export function safeReturnPath(path: string | null | undefined): string {
  return path?.startsWith('/') === true && !/^\/[/\\]/.test(path) ? path : '/';
}

export function signInPath(returnTo: string): string {
  return returnTo === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: returnTo })}`;
}
