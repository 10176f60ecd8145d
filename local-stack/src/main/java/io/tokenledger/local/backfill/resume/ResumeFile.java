package io.tokenledger.local.backfill.resume;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far an import came, so that the same command goes on there. A reader sees a whole state or
 * none; the line in it was acknowledged, with all before it, before it was written.
 */
public final class ResumeFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param of what was imported to where: another file, option or Kafka begins anew
   * @param line up to which all is acknowledged
   */
  record State(String of, long line) {}

  private final Path file;
  private final String of;

  public ResumeFile(Path file, String of) {
    this.file = file;
    this.of = of;
  }

  /** 0 when nothing was sent, or something else. */
  public long acknowledgedLine() {
    try {
      State state = JSON.readValue(Files.readAllBytes(file), State.class);
      return of.equals(state.of()) ? state.line() : 0;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new StackException(file + " cannot be read: delete it to begin anew.", e);
    }
  }

  /**
   * @throws StackException when it cannot be written
   */
  public void acknowledged(long line) {
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".writing");
      Files.write(aside, JSON.writeValueAsBytes(new State(of, line)));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackException(
          ("How far the import came cannot be kept in %s: make its folder writable, or say"
                  + " --no-resume.")
              .formatted(file),
          e);
    }
  }

  /** All of it was acknowledged. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StackException(file + " cannot be deleted.", e);
    }
  }
}
