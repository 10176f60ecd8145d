package io.tokenledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sends and takes as no proper client would, such as a broken percent sign in the query, or an
 * answer of which nothing is read.
 */
public final class RawHttp {

  private static final int RECEIVE_BUFFER = 16 * 1024;

  private RawHttp() {}

  /** The status of the answer to a GET of exactly this path and query. */
  public static int status(String path, String token) {
    try (Socket socket = get(path, token)) {
      byte[] statusLine = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(statusLine, StandardCharsets.US_ASCII).substring(9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client that has sent a GET, and takes little of the answer unless it is read. */
  public static Socket get(String path, String token) throws IOException {
    return get(path, token, "");
  }

  /**
   * @param headers more of them, each with its end of line
   */
  public static Socket get(String path, String token, String headers) throws IOException {
    URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    Socket socket = new Socket();
    socket.setReceiveBufferSize(RECEIVE_BUFFER);
    socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
            .formatted(path, token, headers);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /**
   * Its connection ended before the answer did.
   *
   * @param end with which an answer ends
   */
  public static void assertCutOff(Socket client, String end) {
    try {
      String rest = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(rest).as("the end is missing").doesNotEndWith(end);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }
}
