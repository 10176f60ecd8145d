package io.tokenledger.query.dashboard;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page may load and whom it may talk to (W3C Content Security Policy). A script that was
 * smuggled in neither runs nor gets a word out.
 */
final class ContentPolicy {

  /** SHA-256 of nothing: the page fills the style elements that it makes empty by script. */
  private static final String EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

  private final String header;

  private ContentPolicy(String connections) {
    this.header =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' " + EMPTY_STYLE,
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'" + connections,
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");
  }

  /**
   * @throws IllegalArgumentException for an address that is no absolute http or https URL
   */
  static ContentPolicy of(DashboardConfig config) {
    DashboardConfig.Services services = config.services();
    Stream<URI> ofServices =
        Stream.of(services.pricing(), services.ingest(), services.aggregator(), services.gateway())
            .flatMap(Optional::stream);
    Stream<URI> ofProvider =
        config.oidc().stream()
            .flatMap(
                oidc ->
                    Stream.concat(
                        Stream.of(oidc.issuer()), oidc.endpoints().orElse(List.of()).stream()));
    return new ContentPolicy(
        Stream.concat(ofServices, ofProvider)
            .map(ContentPolicy::origin)
            .distinct()
            .map(origin -> " " + origin)
            .collect(Collectors.joining()));
  }

  /** The value of {@code Content-Security-Policy}. */
  String header() {
    return header;
  }

  private static String origin(URI address) {
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null) {
      throw new IllegalArgumentException(
          "tokenledger.dashboard: '" + address + "' must be an absolute http or https URL.");
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }
}
