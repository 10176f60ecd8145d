package io.tokenledger.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

  private static final int MAX = 4_096;

  private final AtomicInteger told = new AtomicInteger();

  @Test
  void aBodyOfTheLargestSizeIsReadWhole() throws IOException {
    assertThat(bounded(new ByteArrayInputStream(new byte[MAX])).readAllBytes()).hasSize(MAX);
    assertThat(bounded(new ByteArrayInputStream(new byte[0])).read()).isEqualTo(-1);
    assertThat(told).hasValue(0);
  }

  @Test
  void oneByteMoreIsRefusedByASentence() {
    InputStream sent = new ByteArrayInputStream(new byte[MAX + 1]);
    assertThatThrownBy(bounded(sent)::readAllBytes)
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE);
              assertThat(e).hasMessage("The body must be 4 KiB at most.");
            });
    assertThat(sent).isEmpty();
    assertThat(told).hasValue(0);
  }

  @Test
  void oneWithoutEndIsNotReadOn() {
    AtomicInteger read = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return read.getAndIncrement() & 1;
          }
        };
    assertThatThrownBy(() -> bounded(endless).readAllBytes()).isInstanceOf(ApiException.class);
    assertThat(told).hasValue(1);
    assertThat(read).hasValueBetween(2 * MAX, 8 * MAX);
  }

  @Test
  void aBodyThatBreaksOffIsTheCallersFault() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection was closed");
          }
        };
    assertThatThrownBy(() -> bounded(broken).readAllBytes())
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_BODY));
  }

  private InputStream bounded(InputStream body) {
    return new BoundedBody(body, MAX, told::incrementAndGet);
  }
}
