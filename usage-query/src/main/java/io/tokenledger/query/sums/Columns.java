package io.tokenledger.query.sums;

/** The columns of what usage is told apart by; the same in every rollup that has them. */
public final class Columns {

  private Columns() {}

  public static String of(Dimension by) {
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
