package io.tokenledger.query.dashboard;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the page has to know before anybody is signed in.
 *
 * @param signIn {@code password}, {@code oidc} or {@code none}
 * @param demoUsers whom sign-in by password offers
 * @param oidc null unless people sign in that way
 * @param chat whether there is a gateway that keeps conversations
 */
public record PageConfig(
    String signIn, List<String> demoUsers, Optional<Oidc> oidc, boolean chat, Services services) {

  /** A default of the mapping would make its group look configured. */
  private static final String DEFAULT_SCOPE = "openid profile";

  /** Of a public client that signs in by authorization code and PKCE. */
  public record Oidc(String issuer, String clientId, String scope) {}

  /** Addresses without a slash at the end; empty is where the page came from. */
  public record Services(String pricing, String ingest, String aggregator, String gateway) {}

  static PageConfig of(DashboardConfig config, boolean byPassword) {
    Optional<Oidc> oidc = config.oidc().map(PageConfig::toOidc);
    return new PageConfig(
        oidc.isPresent() ? "oidc" : byPassword ? "password" : "none",
        byPassword && oidc.isEmpty() ? config.demoUsers().orElse(List.of()) : List.of(),
        oidc,
        config.chat().orElse(config.services().gateway().isPresent()),
        new Services(
            address(config.services().pricing()),
            address(config.services().ingest()),
            address(config.services().aggregator()),
            address(config.services().gateway())));
  }

  private static Oidc toOidc(DashboardConfig.Oidc oidc) {
    return new Oidc(oidc.issuer().toString(), oidc.clientId(), oidc.scope().orElse(DEFAULT_SCOPE));
  }

  private static String address(Optional<URI> service) {
    return service.map(uri -> uri.toString().replaceAll("/+$", "")).orElse("");
  }
}
