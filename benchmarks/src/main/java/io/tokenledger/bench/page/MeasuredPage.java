package io.tokenledger.bench.page;

/** Of the org with the most traffic. */
enum MeasuredPage {
  ANALYTICS("/app/orgs/org-0/analytics", "Usage & cost"),
  CALLS("/app/orgs/org-0/calls", "Calls"),
  CONVERSATIONS("/app/orgs/org-0/conversations", "Conversations"),
  PRICES("/app/orgs/org-0/prices", "Prices"),
  MY_USAGE("/app/me", "My usage");

  private final String path;
  private final String heading;

  MeasuredPage(String path, String heading) {
    this.path = path;
    this.heading = heading;
  }

  String path() {
    return path;
  }

  String heading() {
    return heading;
  }
}
