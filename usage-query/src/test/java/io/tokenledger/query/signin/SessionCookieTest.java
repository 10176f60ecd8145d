package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where the page came by HTTPS, the cookie never goes without. */
class SessionCookieTest {

  @Test
  void itIsSecureWhereTheRequestWas() {
    assertThat(SessionCookie.none(request("https://ledger.example/")).isSecure()).isTrue();
    assertThat(SessionCookie.none(request("http://127.0.0.1:8080/")).isSecure()).isFalse();
  }

  private static UriInfo request(String base) {
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> URI.create(base));
  }
}
