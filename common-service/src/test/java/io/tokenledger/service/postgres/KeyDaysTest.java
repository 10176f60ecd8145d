package io.tokenledger.service.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.service.postgres.KeyDays.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyDaysTest {

  private static final UUID KEY = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");

  @Test
  void theDaysBesideAreOfARunToo() {
    assertThat(KeyDays.of(List.of(run("2026-03-02", "2026-03-04")), List.of()).runs())
        .containsExactly(run("2026-03-01", "2026-03-05"));
  }

  @Test
  void runsThatTouchAreOneAndFarDaysStandApart() {
    List<Run> occurred = List.of(run("2026-03-20", "2026-03-20"), run("2026-03-02", "2026-03-17"));
    List<LocalDate> far = List.of(day("2026-03-05"), day("2026-03-22"), day("2024-06-14"));
    assertThat(KeyDays.of(occurred, far).runs())
        .containsExactly(run("2024-06-14", "2024-06-14"), run("2026-03-01", "2026-03-22"));
  }

  @Test
  void aRunOfMomentsEndsBeforeItsEnd() {
    assertThat(
            Run.between(
                Instant.parse("2026-03-01T23:00:00Z"), Instant.parse("2026-03-08T00:00:00Z")))
        .isEqualTo(run("2026-03-01", "2026-03-07"));
  }

  /** Its day is 2024-06-14. */
  @Test
  void aKeyIsFarFromTwoDaysOn() {
    assertThat(KeyDays.isFar(KEY, Instant.parse("2024-06-12T23:59:59.999Z"))).isTrue();
    assertThat(KeyDays.isFar(KEY, Instant.parse("2024-06-13T00:00:00Z"))).isFalse();
    assertThat(KeyDays.isFar(KEY, Instant.parse("2024-06-15T23:59:59.999Z"))).isFalse();
    assertThat(KeyDays.isFar(KEY, Instant.parse("2024-06-16T00:00:00Z"))).isTrue();
  }

  @Test
  void eachRunIsARangeOfKeys() {
    KeyDays days = KeyDays.of(List.of(run("2026-03-02", "2026-03-02")), List.of(day("1970-01-01")));
    assertThat(days.in("WHERE :event_keys", "k", UUID::toString))
        .isEqualTo(
            "WHERE (k >= 00000000-0000-0000-0000-000000000000"
                + " AND k < 00000526-5c00-0000-0000-000000000000"
                + " OR k >= %s AND k < %s)"
                    .formatted(
                        KeyDays.firstKeyOf(day("2026-03-01")),
                        KeyDays.firstKeyOf(day("2026-03-04"))));
  }

  @Test
  void daysThatNoKeyHasAreCutOff() {
    assertThat(KeyDays.firstKeyOf(day("1969-12-31"))).isEqualTo(new UUID(0, 0));
    assertThat(KeyDays.firstKeyOf(LocalDate.of(99_999, 1, 1)))
        .isEqualTo(UUID.fromString("ffffffff-ffff-0000-0000-000000000000"));
    assertThat(KeyDays.of(List.of(), List.of()).in(":event_keys", "k", UUID::toString))
        .isEqualTo("false");
  }

  private static Run run(String first, String last) {
    return new Run(day(first), day(last));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
