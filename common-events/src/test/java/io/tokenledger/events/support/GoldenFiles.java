package io.tokenledger.events.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Messages of earlier versions with what they must still decode to, in {@code
 * src/test/resources/golden}. They are never edited, only added to.
 */
public final class GoldenFiles {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private GoldenFiles() {}

  public record Golden(String name, JsonNode content) {

    public byte[] message() {
      return content.get("message").toString().getBytes(StandardCharsets.UTF_8);
    }

    public JsonNode expected() {
      return content.get("expected");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static Stream<Golden> in(String folder) throws IOException {
    return files(folder).stream()
        .map(file -> new Golden(file, read(FOLDER.resolve(folder).resolve(file))));
  }

  /** Every file, so that none lies there without being tested. */
  public static List<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonNode read(Path file) {
    try {
      return SampleEvents.json(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
