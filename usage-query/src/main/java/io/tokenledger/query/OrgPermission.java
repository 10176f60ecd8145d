package io.tokenledger.query;

/** What a role may permit within an org (contracts §2); each permission is declared here, once. */
public enum OrgPermission {
  ANALYTICS_READ(Names.ANALYTICS_READ),
  ANALYTICS_EXPORT(Names.ANALYTICS_EXPORT),
  BUDGETS_WRITE("org:budgets:write"),
  MEMBERS_WRITE(Names.MEMBERS_WRITE),
  PRICES_WRITE("org:prices:write"),

  /** One's own usage and conversations; who may read the analytics sees those of all. */
  OWN_READ(Names.OWN_READ);

  private final String code;

  OrgPermission(String code) {
    this.code = code;
  }

  /** The name used in the contract. */
  public String code() {
    return code;
  }

  /** The names in the form annotations need. */
  public static final class Names {
    public static final String ANALYTICS_READ = "org:analytics:read";
    public static final String ANALYTICS_EXPORT = "org:analytics:export";
    public static final String MEMBERS_WRITE = "org:members:write";
    public static final String OWN_READ = "org:own:read";

    private Names() {}
  }
}
