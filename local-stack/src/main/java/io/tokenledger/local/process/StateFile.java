package io.tokenledger.local.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps the {@link StackState} of a data directory; a reader sees a whole state or none. */
public final class StateFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public StateFile(Path file) {
    this.file = file;
  }

  /** Empty where nothing was started, or everything was stopped. */
  public Optional<StackState> read() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), StackState.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StackException(file + " cannot be read; is this data of another version?", e);
    }
  }

  public synchronized void write(StackState state) {
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".writing");
      Files.write(aside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized void change(UnaryOperator<StackState> change) {
    read().map(change).ifPresent(this::write);
  }

  public synchronized void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
