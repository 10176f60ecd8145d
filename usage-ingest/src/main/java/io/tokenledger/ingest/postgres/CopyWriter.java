package io.tokenledger.ingest.postgres;

import io.tokenledger.service.postgres.UnnestColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows as {@code COPY … FROM STDIN (FORMAT binary)} takes them; PostgreSQL's documentation
 * of COPY has the format. They are sent in parts of {@value #PART} bytes.
 */
final class CopyWriter<R> {

  private static final int PART = 1 << 16;
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int NULL = -1;
  private static final short NO_MORE_ROWS = -1;
  private static final byte JSONB_VERSION = 1;

  /** PostgreSQL counts its microseconds from the year 2000. */
  private static final long EPOCH_SECOND_OF_2000 = 946_684_800L;

  private final CopyIn copy;
  private final List<UnnestColumn<R>> columns;
  private final Field[] fields;
  private final ByteBuffer part = ByteBuffer.allocate(PART);

  CopyWriter(CopyIn copy, List<UnnestColumn<R>> columns) {
    this.copy = copy;
    this.columns = columns;
    this.fields = columns.stream().map(this::fieldOf).toArray(Field[]::new);
  }

  /** Writes a value that is not NULL. */
  private interface Field {
    void write(Object value) throws SQLException;
  }

  /** All there are. */
  void write(List<R> rows) throws SQLException {
    part.put(SIGNATURE).putInt(0).putInt(0);
    for (R row : rows) {
      room(Short.BYTES).putShort((short) fields.length);
      for (int i = 0; i < fields.length; i++) {
        write(fields[i], columns.get(i).value().apply(row));
      }
    }
    room(Short.BYTES).putShort(NO_MORE_ROWS);
    send();
    copy.endCopy();
  }

  private void write(Field field, Object value) throws SQLException {
    if (value == null) {
      room(Integer.BYTES).putInt(NULL);
    } else {
      field.write(value);
    }
  }

  private Field fieldOf(UnnestColumn<R> column) {
    return switch (column.storedAs()) {
      case "bigint" -> value -> field(Long.BYTES).putLong((Long) value);
      case "integer" -> value -> field(Integer.BYTES).putInt((Integer) value);
      case "boolean" -> value -> field(1).put((byte) ((Boolean) value ? 1 : 0));
      case "timestamptz" -> value -> field(Long.BYTES).putLong(microsOf((OffsetDateTime) value));
      case "uuid" -> value -> uuid((UUID) value);
      case "text" -> value -> text((String) value);
      case "jsonb" -> value -> jsonb((String) value);
      default -> throw new IllegalArgumentException("No binary form is known of " + column);
    };
  }

  private void uuid(UUID value) throws SQLException {
    field(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
  }

  private void text(String value) throws SQLException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES).putInt(bytes.length);
    bytes(bytes);
  }

  private void jsonb(String value) throws SQLException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + 1).putInt(bytes.length + 1).put(JSONB_VERSION);
    bytes(bytes);
  }

  private static long microsOf(OffsetDateTime time) {
    return (time.toEpochSecond() - EPOCH_SECOND_OF_2000) * 1_000_000 + time.getNano() / 1_000;
  }

  /** A value of so many bytes begins. */
  private ByteBuffer field(int length) throws SQLException {
    return room(Integer.BYTES + length).putInt(length);
  }

  /** A text may be longer than a part. */
  private void bytes(byte[] bytes) throws SQLException {
    if (bytes.length > PART) {
      send();
      copy.writeToCopy(bytes, 0, bytes.length);
    } else {
      room(bytes.length).put(bytes);
    }
  }

  private ByteBuffer room(int length) throws SQLException {
    if (part.remaining() < length) {
      send();
    }
    return part;
  }

  private void send() throws SQLException {
    copy.writeToCopy(part.array(), 0, part.position());
    part.clear();
  }
}
