package io.tokenledger.acceptance.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the rules look for: while one is there, the rule of its name holds. */
public final class Switches {

  private final Path folder;

  Switches(Path folder) throws IOException {
    this.folder = Files.createDirectory(folder);
  }

  public void on(CrashPoint point) {
    create(point.label());
  }

  public void off(CrashPoint point) {
    delete(point.label());
  }

  public void on(HoldPoint point) {
    delete(point.heldFile());
    create(point.holdFile());
  }

  public void off(HoldPoint point) {
    delete(point.holdFile());
  }

  /** Whether a process is holding there, since the switch was turned on. */
  public boolean isHeld(HoldPoint point) {
    return Files.exists(folder.resolve(point.heldFile()));
  }

  Path folder() {
    return folder;
  }

  private void create(String file) {
    try {
      Files.writeString(folder.resolve(file), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String file) {
    try {
      Files.deleteIfExists(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
