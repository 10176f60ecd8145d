package io.tokenledger.local.backfill;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.PlainText;
import io.tokenledger.local.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The refused lines of an import, each with its number and the reason and none with its content,
 * which may be a prompt. There is a file only when there is something in it; one of an earlier
 * import goes.
 */
public final class ErrorFile implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path path;
  private Writer writer;

  public ErrorFile(Path path) {
    this.path = path;
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * @throws StackException when it cannot be written
   */
  public void add(String file, Refusal refusal) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("file", file);
    entry.put("line", refusal.line());
    entry.put("code", refusal.code());
    entry.put("detail", PlainText.oneLine(refusal.detail()));
    try {
      if (writer == null) {
        writer = Files.newBufferedWriter(path);
      }
      writer.write(JSON.writeValueAsString(entry));
      writer.write('\n');
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StackException unwritable(IOException e) {
    return new StackException(
        "Refused lines cannot be written to " + path + ": name another file by --errors.", e);
  }
}
