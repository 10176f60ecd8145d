package io.tokenledger.query.postgres;

import io.tokenledger.query.Dimension;

/** The columns of what usage is told apart by; the same in every rollup that has them. */
final class Columns {

  private Columns() {}

  static String of(Dimension by) {
    return switch (by) {
      case PROVIDER -> "provider";
      case MODEL_NAME -> "model_name";
      case FEATURE -> "feature";
      case CATEGORY -> "category";
      case ACTIVITY -> "activity";
      case USER -> "user_id";
      case TAG -> "tag_value";
    };
  }
}
