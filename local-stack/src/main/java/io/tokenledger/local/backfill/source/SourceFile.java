package io.tokenledger.local.backfill.source;

import io.tokenledger.local.StackException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * A text that is there twice: read once to know it by its content, and once for its lines. What is
 * compressed is the same text as when it is not.
 */
public final class SourceFile implements AutoCloseable {

  private static final String STDIN = "-";
  private static final int BUFFER_BYTES = 64 * 1024;

  private final String name;
  private final Path path;
  private final boolean temporary;
  private String sha256;
  private long length;

  private SourceFile(String name, Path path, boolean temporary) {
    this.name = name;
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * @param name of a file, or {@code -} for standard input, which is kept aside until it is closed
   * @throws StackException when it cannot be read
   */
  public static SourceFile open(String name) {
    try {
      SourceFile file =
          name.equals(STDIN)
              ? new SourceFile("standard input", spooled(System.in), true)
              : new SourceFile(name, Path.of(name), false);
      file.measure();
      return file;
    } catch (IOException e) {
      throw new StackException("The file %s cannot be read: %s".formatted(name, reason(e)), e);
    }
  }

  /** As it was called. */
  public String name() {
    return name;
  }

  /** Where something can be kept beside it; standard input has no such place. */
  public Path beside(String ending) {
    Path folder = temporary ? Path.of("") : path.toAbsolutePath().getParent();
    return folder.resolve((temporary ? "stdin" : path.getFileName()) + ending);
  }

  public boolean isStandardInput() {
    return temporary;
  }

  /** Of the text, in hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Bytes of the text when it was opened; what is written to it later is not read. */
  public long length() {
    return length;
  }

  /** The text, not compressed. */
  public InputStream read() throws IOException {
    InputStream stored = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    String ending = name.toLowerCase(Locale.ROOT);
    if (ending.endsWith(".gz")) {
      return new GZIPInputStream(stored, BUFFER_BYTES);
    }
    if (ending.endsWith(".zst") || ending.endsWith(".zstd")) {
      return new ZstdCompressorInputStream(stored);
    }
    return stored;
  }

  /** That is no white space, and no byte order mark; -1 when there is none. */
  public int firstCharacter() throws IOException {
    try (SourceLines lines = SourceLines.of(read(), length)) {
      while (lines.next()) {
        if (!lines.isBlank()) {
          return lines.read();
        }
      }
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }

  private void measure() throws IOException {
    MessageDigest digest = sha256Digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream text = read()) {
      for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
        digest.update(buffer, 0, read);
        length += read;
      }
    }
    sha256 = HexFormat.of().formatHex(digest.digest());
  }

  private static Path spooled(InputStream input) throws IOException {
    Path aside = Files.createTempFile("tokenledger-import-", ".tmp");
    aside.toFile().deleteOnExit();
    Files.copy(input, aside, StandardCopyOption.REPLACE_EXISTING);
    return aside;
  }

  private static String reason(IOException failure) {
    return failure instanceof NoSuchFileException ? "there is none" : failure.getMessage();
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
