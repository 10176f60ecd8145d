package io.tokenledger.query.dashboard;

/** What a path below {@code /app/} asks for. */
enum AppPath {
  /** A file whose name changes with its content. */
  HASHED_FILE,
  /** Another file. */
  FILE,
  /** A view of the page, which knows the path itself; ids in it may hold dots. */
  VIEW;

  static final String BASE = "/app/";

  private static final String INDEX = BASE + "index.html";
  private static final String HASHED = BASE + "assets/";

  /** What other pages load, under names that stay. */
  private static final String EMBEDDED = BASE + "embed/";

  /**
   * @param path normalised, and below {@link #BASE}
   */
  static AppPath of(String path) {
    if (path.startsWith(HASHED)) {
      return HASHED_FILE;
    }
    if (path.startsWith(EMBEDDED)) {
      return FILE;
    }
    int end = path.indexOf('/', BASE.length());
    String first = path.substring(BASE.length(), end < 0 ? path.length() : end);
    return first.contains(".") && !path.equals(INDEX) ? FILE : VIEW;
  }
}
