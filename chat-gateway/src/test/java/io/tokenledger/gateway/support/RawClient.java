package io.tokenledger.gateway.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that is in command of its bytes, and of when it reads and leaves. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  public static RawClient connect() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(64 << 10);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new java.net.InetSocketAddress("127.0.0.1", RestAssured.port));
    return new RawClient(socket);
  }

  /** Asks for a stream, and reads nothing yet. */
  public static RawClient chat(String key, String script, String model) throws IOException {
    String body = "{\"model\":\"%s\",\"stream\":true,\"messages\":[]}".formatted(model);
    return connect()
        .write(
            "POST /v1/chat/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer %s\r\n"
                    .formatted(key)
                + "content-type: application/json\r\n%s: %s\r\ncontent-length: %d\r\n\r\n%s"
                    .formatted(ScriptedUpstream.HEADER, script, body.length(), body));
  }

  public RawClient write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  public String readUntil(String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended after: " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /** What comes within a time; mostly nothing. */
  public String readFor(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    byte[] some = new byte[1 << 10];
    try {
      int read = in.read(some);
      return new String(some, 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
    } catch (java.net.SocketTimeoutException e) {
      return "";
    }
  }

  /** To the end of the connection, also when it is broken off. */
  public String readToEnd() {
    StringBuilder read = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        read.append((char) next);
      }
    } catch (IOException e) {
      return read.toString();
    }
    return read.toString();
  }

  /** Until nothing comes for a moment; how many bytes that were. */
  public long drain() throws IOException {
    socket.setSoTimeout(500);
    byte[] some = new byte[1 << 16];
    long all = 0;
    try {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        all += read;
      }
    } catch (java.net.SocketTimeoutException e) {
      return all;
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
