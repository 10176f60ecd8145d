package io.tokenledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CappedSumTest {

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @Test
  void isTheSumOrTheNearestThereIs() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long a = random.nextLong() >> random.nextInt(64);
      long b = random.nextLong() >> random.nextInt(64);
      BigInteger sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));

      assertThat(CappedSum.of(a, b)).isEqualTo(sum.max(MIN).min(MAX).longValueExact());
    }
    assertThat(CappedSum.of(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(CappedSum.of(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void tokensOfAFullSumAreTold() {
    TokenCounts full = TokenCounts.of(each -> Long.MAX_VALUE);

    assertThat(full.plus(full)).isEqualTo(full);
    assertThat(full.total()).isEqualTo(Long.MAX_VALUE);
  }
}
