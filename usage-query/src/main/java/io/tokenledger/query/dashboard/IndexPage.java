package io.tokenledger.query.dashboard;

import io.tokenledger.events.Sha256;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The one HTML page; its scripts show what the path asks for.
 *
 * @param tag of HTTP, changes with the content
 */
record IndexPage(Buffer html, String tag) {

  private static final String FILE = "META-INF/resources/app/index.html";

  /** Absent in a build without the dashboard. */
  static Optional<IndexPage> packed() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream file = loader.getResourceAsStream(FILE)) {
      return file == null ? Optional.empty() : Optional.of(of(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IndexPage of(byte[] html) {
    byte[] hash = Sha256.of(html);
    return new IndexPage(Buffer.buffer(html), "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + '"');
  }
}
