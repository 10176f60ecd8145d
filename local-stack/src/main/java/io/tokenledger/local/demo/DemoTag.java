package io.tokenledger.local.demo;

import java.util.random.RandomGenerator;

/**
 * What an org counts its calls by.
 *
 * @param values how many there are
 */
record DemoTag(String key, String prefix, int values) {

  /** The first values have most calls. */
  String pick(RandomGenerator random) {
    return prefix + (1 + Math.min(random.nextInt(values), random.nextInt(values)));
  }
}
