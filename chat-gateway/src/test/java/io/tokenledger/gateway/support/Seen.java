package io.tokenledger.gateway.support;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** What the scripted upstream saw of one request. */
public final class Seen {

  private final String method;
  private final String uri;
  private final MultiMap headers;
  private final String version;
  private final String connection;
  private final AtomicLong written = new AtomicLong();
  private volatile byte[] body = {};
  private volatile boolean closed;
  private volatile boolean reset;

  Seen(HttpServerRequest request) {
    this.method = request.method().name();
    this.uri = request.uri();
    this.headers = request.headers();
    this.version = request.version().name();
    this.connection = request.remoteAddress().toString();
  }

  public String version() {
    return version;
  }

  /** By which connections are told apart. */
  public String connection() {
    return connection;
  }

  /** Whether who asked does not want the rest. */
  public boolean isReset() {
    return reset;
  }

  void streamReset() {
    reset = true;
  }

  public String method() {
    return method;
  }

  public String uri() {
    return uri;
  }

  public MultiMap headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Of the answer, in bytes that were handed to the connection. */
  public long written() {
    return written.get();
  }

  public boolean isClosed() {
    return closed;
  }

  void wrote(int bytes) {
    written.addAndGet(bytes);
  }

  void bodyCame(byte[] whole) {
    body = whole;
  }

  void connectionClosed() {
    closed = true;
  }
}
