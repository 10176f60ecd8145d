package io.tokenledger.service.access;

/** What a role may permit within an org (contracts §2); each permission is declared here, once. */
public enum OrgPermission {
  ANALYTICS_READ(Names.ANALYTICS_READ),
  ANALYTICS_EXPORT(Names.ANALYTICS_EXPORT),
  BUDGETS_WRITE(Names.BUDGETS_WRITE),
  MEMBERS_WRITE(Names.MEMBERS_WRITE),
  PRICES_WRITE("org:prices:write"),

  /** See that the org exists, and its settings: every member. */
  READ(Names.READ),

  /** Settings, API tokens and the audit log of the org: owners and admins. */
  ADMINISTER(Names.ADMINISTER),

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
    public static final String READ = "org:read";
    public static final String ADMINISTER = "org:administer";
    public static final String ANALYTICS_READ = "org:analytics:read";
    public static final String ANALYTICS_EXPORT = "org:analytics:export";
    public static final String BUDGETS_WRITE = "org:budgets:write";
    public static final String MEMBERS_WRITE = "org:members:write";
    public static final String OWN_READ = "org:own:read";

    private Names() {}
  }
}
