package io.tokenledger.gateway.upstream;

import io.smallrye.config.WithDefault;
import io.tokenledger.gateway.request.Api;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One upstream, as it is configured. */
public interface UpstreamConfig {

  /**
   * Where it is. The path of a call is appended; a {@code /v1} at the end, as SDKs write it, is not
   * doubled.
   */
  URI url();

  /** Which API it speaks. */
  Api api();

  /** Its key, from a secret. Without one, only calls that bring their own are let in there. */
  Optional<String> key();

  /** The provider in the ledger's events; else that of the API. */
  Optional<String> provider();

  /** The models that are sent here; none: every model of its API that no other upstream lists. */
  Optional<Set<String>> models();

  /** Whether {@code stream_options.include_usage} is asked for where the client did not. */
  @WithDefault("auto")
  IncludeUsage includeUsage();

  /** What becomes of a call whose client left; {@code cancel} for local servers, else drain. */
  Optional<OnDisconnect> onDisconnect();

  /** Whether paths are passed on of which the gateway does not know what they cost. */
  @WithDefault("true")
  boolean allowUnmetered();

  /** In production, a server without encryption: one that nobody else can listen to. */
  @WithDefault("false")
  boolean allowPlaintext();

  /** HTTP/2, where the server offers it; its streams then share connections. */
  @WithDefault("false")
  boolean http2();

  /**
   * A file with the certificates, in PEM, that its own must be signed by; by default those that
   * Java trusts.
   */
  Optional<Path> trust();

  /** Connections at once, over HTTP/1.1. */
  @WithDefault("4096")
  int maxConnections();

  /** Calls that wait for a connection; any further one is refused. */
  @WithDefault("1024")
  int maxWaiting();

  /** How long a connection may take. */
  @WithDefault("10s")
  Duration connectTimeout();

  /** For how long it may be silent in the middle of a call. */
  @WithDefault("10m")
  Duration idleTimeout();

  /** Whether the usage of a stream is asked for. */
  enum IncludeUsage {
    /** Yes, and once more without it where the upstream does not know it. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /** What becomes of a call whose client has left. */
  enum OnDisconnect {
    /** It is read to its end, within bounds: the provider bills it, and tells its usage there. */
    DRAIN,
    /** It is broken off, so that a local server stops working. */
    CANCEL
  }
}
