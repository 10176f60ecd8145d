package io.tokenledger.gateway.support;

import io.tokenledger.local.identity.ServerCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that answers as scripts say, chosen by a header that the gateway passes on. */
public final class ScriptedUpstream {

  /** The name of a script; without it, the last part of the path is its name. */
  public static final String HEADER = "x-script";

  /** How many streams a connection by TLS takes at once. */
  public static final int SECURE_STREAMS = 4;

  private static ScriptedUpstream instance;

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, List<Seen>> seen = new ConcurrentHashMap<>();
  private final Vertx vertx = Vertx.vertx();
  private final int port;

  private ScriptedUpstream(int port) {
    this.port = port;
    listen(new HttpServerOptions().setHost("127.0.0.1").setPort(port).setMaxHeaderSize(1 << 18));
  }

  private void listen(HttpServerOptions options) {
    vertx
        .createHttpServer(options)
        .requestHandler(this::handle)
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** One for all tests: it stays for as long as the gateway. */
  public static synchronized ScriptedUpstream running() {
    if (instance == null) {
      instance = new ScriptedUpstream(GatewayProfile.upstreamPort());
      instance.alsoListen(GatewayProfile.securePort(), GatewayProfile.certificate());
    }
    return instance;
  }

  /**
   * The same scripts by TLS, as HTTP/2 with few streams on a connection.
   *
   * @param certificate of whom none has heard
   */
  public void alsoListen(int securePort, ServerCertificate certificate) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost("127.0.0.1")
            .setPort(securePort)
            .setSsl(true)
            .setUseAlpn(true)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(certificate.certificate().toString())
                    .setKeyPath(certificate.key().toString()))
            .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(SECURE_STREAMS));
    listen(options);
  }

  /** One for the gateways that a test starts itself. */
  public static ScriptedUpstream another() {
    return new ScriptedUpstream(GatewayProfile.free());
  }

  public int port() {
    return port;
  }

  public void script(String name, Script script) {
    scripts.put(name, script);
  }

  /** The requests of a script, in the order they came. */
  public List<Seen> seen(String name) {
    return seen.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
  }

  private void handle(HttpServerRequest request) {
    String asked = request.getHeader(HEADER);
    Seen call = new Seen(request);
    request.response().exceptionHandler(failed -> call.streamReset());
    request.connection().closeHandler(closed -> call.connectionClosed());
    request.bodyHandler(
        body -> {
          call.bodyCame(body.getBytes());
          String name = asked == null ? nameIn(body.toString(), request.path()) : asked;
          seen(name).add(call);
          Script named = scripts.get(name);
          if (named == null) {
            request.response().setStatusCode(500).end("no script " + name);
          } else {
            Script script = named.to(body.toString());
            vertx.setTimer(Math.max(1, script.headDelayMillis), id -> begin(request, script, call));
          }
        });
  }

  /**
   * A chat passes no headers on, and a look has none: the question names its script, or the path.
   */
  private String nameIn(String body, String path) {
    return scripts.keySet().stream()
        .filter(body::contains)
        .findFirst()
        .orElse(path.substring(path.lastIndexOf('/') + 1));
  }

  private void begin(HttpServerRequest request, Script script, Seen call) {
    if (script.status == 0) {
      request.connection().close();
      return;
    }
    HttpServerResponse answer = request.response().setStatusCode(script.status);
    script.headers.forEach(answer::putHeader);
    if (!script.headers.containsKey("content-length")) {
      answer.setChunked(true);
    }
    if (script.steps.isEmpty() || script.steps.get(0).delayMillis() > 0) {
      answer.writeHead();
    }
    if (script.floodBytes > 0) {
      flood(answer, script.floodBytes, call);
    } else {
      next(request, script, script.steps.iterator(), call);
    }
  }

  private void next(
      HttpServerRequest request, Script script, Iterator<Script.Step> left, Seen call) {
    if (call.isClosed()) {
      return;
    }
    if (!left.hasNext()) {
      end(request, script);
      return;
    }
    Script.Step step = left.next();
    vertx.setTimer(
        Math.max(1, step.delayMillis()),
        id -> {
          if (!call.isClosed()) {
            request.response().write(Buffer.buffer(step.bytes()));
            call.wrote(step.bytes().length);
            next(request, script, left, call);
          }
        });
  }

  private void flood(HttpServerResponse answer, long left, Seen call) {
    long rest = left;
    while (rest > 0 && !answer.writeQueueFull()) {
      int some = (int) Math.min(rest, 64 << 10);
      answer.write(Buffer.buffer(new byte[some]));
      call.wrote(some);
      rest -= some;
    }
    long after = rest;
    if (after > 0) {
      answer.drainHandler(drained -> flood(answer, after, call));
    } else {
      answer.end();
    }
  }

  private static void end(HttpServerRequest request, Script script) {
    switch (script.end) {
      case END -> request.response().end();
      case RESET -> request.connection().close();
      case RESET_STREAM -> request.response().reset();
      case HANG -> {
        // It says nothing more.
      }
    }
  }
}
