package io.tokenledger.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The first position that is not acknowledged, as a line of text. It is not forced to the disk: an
 * older one, or none, only means that more is read again.
 */
final class Checkpoint {

  private static final String FORMAT = "tokenledger-journal-1";

  private final Path file;
  private final Path next;

  Checkpoint(Path directory) {
    this.file = directory.resolve("checkpoint");
    this.next = directory.resolve("checkpoint.next");
  }

  /** Empty when there is none, or none that can be read, which is told. */
  OptionalLong read(Consumer<Damage> damages) throws IOException {
    try {
      String line = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
      String[] words = line.split(" ");
      if (words.length == 3 && words[1].matches("\\d{1,19}")) {
        long position = Long.parseLong(words[1]);
        if (line.equals(line(position))) {
          return OptionalLong.of(position);
        }
      }
      damages.accept(
          new Damage(file, 0, 0, "say nothing that was written: all that is there is read again"));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  /** All of it or nothing, also when the process dies in between. */
  void write(long position) throws IOException {
    Files.writeString(next, line(position) + "\n", StandardCharsets.ISO_8859_1);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(long position) {
    String told = FORMAT + " " + position;
    CRC32C checksum = new CRC32C();
    checksum.update(told.getBytes(StandardCharsets.ISO_8859_1));
    return told + " " + Long.toHexString(checksum.getValue());
  }
}
