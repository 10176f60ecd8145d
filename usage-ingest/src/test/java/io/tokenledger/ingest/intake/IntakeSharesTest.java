package io.tokenledger.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IntakeSharesTest {

  private static final long LARGEST = 5 * 1024 * 1024;
  private static final long SMALL = 400;
  private static final int SMALL_OF_A_SENDER = 32;

  private final IntakeShares shares = new IntakeShares(1);

  @Test
  void aSenderHasRoomForOneLargestBodyAndAnotherForTheirs() {
    IntakeShares.Share first = shares.take("a", LARGEST);
    assertRefused(Reason.ORG_BUSY, () -> shares.take("a", LARGEST));
    IntakeShares.Share other = shares.take("b", LARGEST);
    first.giveBack();
    shares.take("a", LARGEST).giveBack();
    other.giveBack();
  }

  @Test
  void manySmallRequestsOfOneSenderLeaveRoomToOthers() {
    List<IntakeShares.Share> taken = new ArrayList<>();
    for (int i = 0; i < SMALL_OF_A_SENDER; i++) {
      taken.add(shares.take("a", SMALL));
    }
    assertRefused(Reason.ORG_BUSY, () -> shares.take("a", SMALL));
    shares.take("b", SMALL).giveBack();
    taken.forEach(IntakeShares.Share::giveBack);
    shares.take("a", LARGEST).giveBack();
  }

  @Test
  void allOfThemTogetherHaveABound() {
    List<IntakeShares.Share> taken = new ArrayList<>();
    for (String sender : List.of("a", "b", "c")) {
      taken.add(shares.take(sender, LARGEST));
    }
    assertRefused(Reason.ALL_BUSY, () -> shares.take("d", LARGEST));
    shares.take("d", SMALL).giveBack();
    taken.forEach(IntakeShares.Share::giveBack);
    shares.take("d", LARGEST).giveBack();
  }

  private static void assertRefused(Reason why, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.reason()).isEqualTo(why));
  }
}
