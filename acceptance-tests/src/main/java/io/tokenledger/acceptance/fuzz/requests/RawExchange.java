package io.tokenledger.acceptance.fuzz.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request over a connection of its own, byte for byte as it is. */
final class RawExchange {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int KEPT = 64 * 1024;

  /** The server speaks HTTP/2 from here on, as it was asked to, and waits. */
  private static final String SWITCHING = "HTTP/1.1 101";

  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

  private RawExchange() {}

  /**
   * @param status 0 when the connection was closed without an answer, -1 when there was none in
   *     time
   * @param text as it came, its beginning
   */
  record Answer(int status, String text) {

    /**
     * A problem+json; the answer of the intake, which has a code for each event; or a
     * google.rpc.Status, as those who export spans know it.
     */
    boolean hasCode() {
      String[] parts = text.split("\r\n\r\n", 2);
      String head = parts[0].toLowerCase(Locale.ROOT);
      String body = parts.length == 2 ? parts[1] : "";
      boolean known =
          head.contains("content-type: application/problem+json")
              || body.contains("\"rejected\"")
              || body.contains("\"message\"");
      return head.contains("content-type: application/x-protobuf")
          || known && body.contains("\"code\"");
    }

    /** Whether something of the request became a header. */
    boolean isInjected() {
      return text.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT).contains("\nx-injected");
    }
  }

  static Answer send(String baseUrl, HostileRequest request) {
    URI address = URI.create(baseUrl);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 10_000);
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      write(socket, request);
      read(socket.getInputStream(), kept);
    } catch (SocketTimeoutException e) {
      return new Answer(-1, "");
    } catch (IOException e) {
      // Closed before all of it was sent, or read: what came until then is the answer.
    }
    return answer(kept.toString(UTF_8));
  }

  private static void write(Socket socket, HostileRequest request) {
    try {
      socket.getOutputStream().write(request.bytes());
      if (!request.wellFormed()) {
        socket.shutdownOutput();
      }
    } catch (IOException e) {
      // A server may answer and close before it has read all.
    }
  }

  private static void read(InputStream input, ByteArrayOutputStream kept) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
      if (kept.size() < KEPT) {
        kept.write(buffer, 0, read);
      }
      if (kept.size() == read && new String(buffer, 0, read, UTF_8).startsWith(SWITCHING)) {
        return;
      }
    }
  }

  private static Answer answer(String text) {
    String last = text.startsWith(CONTINUE) ? text.substring(CONTINUE.length()) : text;
    Matcher status = STATUS.matcher(last);
    return new Answer(status.lookingAt() ? Integer.parseInt(status.group(1)) : 0, last);
  }
}
