package io.tokenledger.query.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The dashboard, and what it is told about where it runs. */
@ConfigMapping(prefix = "tokenledger.dashboard")
interface DashboardConfig {

  /** Whether it is served at {@code /app}. */
  @WithDefault("true")
  boolean enabled();

  /** User ids that sign-in offers, all with the password {@code demo}. */
  Optional<List<String>> demoUsers();

  Services services();

  /**
   * Whether chat and playground are offered; absent: if the gateway has an address. To be set where
   * it shares that of the page, or keeps no conversations.
   */
  Optional<Boolean> chat();

  /** How people sign in where an identity provider is there; absent: by password, if at all. */
  Optional<Oidc> oidc();

  /** Addresses as the browser sees them; absent is the address that the page came from. */
  interface Services {

    /** Of pricing-service. */
    Optional<URI> pricing();

    /** Of usage-ingest. */
    Optional<URI> ingest();

    /** Of usage-aggregator. */
    Optional<URI> aggregator();

    /** Of chat-gateway. */
    Optional<URI> gateway();
  }

  /** The authorization code flow with PKCE; the page is a public client. */
  interface Oidc {

    /** Where {@code /.well-known/openid-configuration} is found. */
    URI issuer();

    /** Under which the provider knows the page. */
    String clientId();

    /** What is asked for, with a space between; by default {@code openid profile}. */
    Optional<String> scope();

    /** Further addresses that the page must reach, such as of a token endpoint elsewhere. */
    Optional<List<URI>> endpoints();
  }
}
