package io.tokenledger.local.backfill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import io.tokenledger.local.StackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

  private static final byte[] TEXT = "{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aCompressedFileIsTheSameText() throws IOException {
    try (SourceFile plain = SourceFile.open(write("f.ndjson", TEXT));
        SourceFile gzip = SourceFile.open(write("f.ndjson.gz", gzip()));
        SourceFile zstd = SourceFile.open(write("f.ndjson.zst", Zstd.compress(TEXT)))) {
      assertThat(gzip.sha256()).isEqualTo(plain.sha256()).isEqualTo(zstd.sha256());
      assertThat(gzip.length()).isEqualTo(TEXT.length).isEqualTo(zstd.length());
      assertThat(zstd.read()).hasBinaryContent(TEXT);
      assertThat(gzip.firstCharacter()).isEqualTo('{');
    }
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> SourceFile.open("nowhere.csv"))
        .withMessage("The file nowhere.csv cannot be read: there is none");
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> SourceFile.open(write("f.gz", TEXT)))
        .withMessageEndingWith("f.gz cannot be read: Not in GZIP format");
  }

  @Test
  void idsOfLinesAreOfOrgFileAndLine() {
    String id = LineIds.of("acme", "abc", 7);
    assertThat(id)
        .isEqualTo(LineIds.of("acme", "abc", 7))
        .isEqualTo("7a095199-ae48-88da-88fb-a796879dba26");
    assertThat(id)
        .isNotEqualTo(LineIds.of("acme", "abc", 8))
        .isNotEqualTo(LineIds.of("acme", "abd", 7))
        .isNotEqualTo(LineIds.of("other", "abc", 7));
    assertThat(UUID.fromString(id).version()).isEqualTo(8);
    assertThat(UUID.fromString(id).variant()).isEqualTo(2);
  }

  private String write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(TEXT);
    }
    return bytes.toByteArray();
  }
}
