package io.tokenledger.gateway.support;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** What the scripted upstream saw of one request. */
public final class Seen {

  private final String method;
  private final String uri;
  private final MultiMap headers;
  private final AtomicLong written = new AtomicLong();
  private volatile byte[] body = {};
  private volatile boolean closed;

  Seen(String method, String uri, MultiMap headers) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
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
