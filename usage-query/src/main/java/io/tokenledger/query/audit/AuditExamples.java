package io.tokenledger.query.audit;

/** Examples of the documentation. */
final class AuditExamples {

  static final String AUDIT_LOG =
      """
      {"entries":[{"id":42,"at":"2026-03-01T10:00:00Z","actor":"ann","action":"member.changed",
        "detail":{"userId":"bob","old":{"role":"member","name":"Bob","email":""},
                  "new":{"role":"billing","name":"Bob","email":""}}}],
       "nextCursor":null}""";

  private AuditExamples() {}
}
