package io.tokenledger.prices.sync;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which URL of a price list may be in the configuration. */
final class FeedUrl {

  private FeedUrl() {}

  /**
   * @param setting named in the error
   * @throws IllegalStateException when the URL is not absolute, not https (or http where allowed),
   *     carries a user or a fragment, or its host is not in the list
   */
  static void require(String setting, URI url, Set<String> allowedHosts, boolean allowHttp) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(allowHttp && scheme.equals("http"))) {
      throw new IllegalStateException(
          setting + " must be an https URL; http needs tokenledger.prices.sync.allow-http=true");
    }
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalStateException(
          setting + " must be a URL with a host, without a user and without a fragment");
    }
    if (!allowedHosts.contains(url.getHost())) {
      throw new IllegalStateException(
          setting
              + " names the host '"
              + url.getHost()
              + "', which is not in tokenledger.prices.sync.allowed-hosts");
    }
  }
}
