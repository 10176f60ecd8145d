package io.tokenledger.query.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sends what no proper client would, such as a broken percent sign in the query. */
public final class RawHttp {

  private RawHttp() {}

  /** The status of the answer to a GET of exactly this path and query. */
  public static int status(String path, String token) {
    URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\n\r\n";
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      byte[] statusLine = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(statusLine, StandardCharsets.US_ASCII).substring(9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
