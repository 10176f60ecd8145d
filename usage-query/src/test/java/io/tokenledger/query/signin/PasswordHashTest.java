package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PasswordHashTest {

  /** Made by Python: hashlib.pbkdf2_hmac('sha256', b'demo', bytes(range(16)), 100000). */
  public static final String DEMO =
      "pbkdf2-sha256$100000$AAECAwQFBgcICQoLDA0ODw$qmdy3SLiYHzq5cDIDGoDjmd+LQbgom8o7VucNzZ215A";

  @Test
  void knowsItsPassword() {
    assertThat(PasswordHash.parse(DEMO).isOf("demo")).isTrue();
    assertThat(PasswordHash.parse(DEMO).isOf("Demo")).isFalse();
    assertThat(PasswordHash.parse(DEMO).isOf("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "pbkdf2-sha256$1000$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "pbkdf2-sha256$99999999$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "pbkdf2-sha256$600000$AAEC$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "pbkdf2-sha256$600000$AAECAwQFBgcICQoLDA0ODw$",
        "pbkdf2-sha1$600000$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void anotherTextIsRefused(String text) {
    assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
