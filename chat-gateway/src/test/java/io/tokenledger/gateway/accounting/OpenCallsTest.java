package io.tokenledger.gateway.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.gateway.accounting.journal.Entry;
import io.tokenledger.gateway.accounting.journal.OnFull;
import io.tokenledger.service.journal.CallId;
import io.tokenledger.service.journal.JournaledEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCallsTest {

  private static final CallId CALL = new CallId("acme", "call");

  @TempDir private Path directory;

  /** It would count as stopped after a restart, though its event was sent. */
  @Test
  void noOpenRecordFollowsTheEndOfItsCall() {
    try (JournalsOfCalls journals =
        new JournalsOfCalls(directory, JournalsOfCalls.SMALL, OnFull.PASS)) {
      OpenCalls calls = new OpenCalls(journals.journal());
      calls.open(new JournaledEvent(CALL, new byte[100])).join();
      calls.renew();
      assertThat(records(journals)).isEqualTo(1);
      CallId other = new CallId("acme", "other");
      journals
          .journal()
          .append(Entry.Kind.USAGE, new JournaledEvent(other, new byte[1 << 20]))
          .join();

      assertThat(calls.ends(CALL)).isTrue();
      calls.renew();
      assertThat(records(journals)).isEqualTo(1);
      calls.goesOn(CALL);
      calls.renew();
      calls.renew();
      assertThat(records(journals)).isEqualTo(2);
    }
  }

  /** Its OPEN record is on its way: without an end it would hold back all others for ever. */
  @Test
  void aCallThatEndsAtOnceIsRecorded() {
    try (JournalsOfCalls journals = JournalsOfCalls.in(directory)) {
      OpenCalls calls = new OpenCalls(journals.journal());
      calls.open(new JournaledEvent(CALL, new byte[100]));
      assertThat(calls.ends(CALL)).isTrue();
    }
  }

  /** After what was appended before. */
  private static long records(JournalsOfCalls journals) {
    CallId last = new CallId("acme", "last");
    journals.journal().append(Entry.Kind.VOIDED, JournaledEvent.none(last)).join();
    return journals.said().stream().filter("OPEN call"::equals).count();
  }
}
