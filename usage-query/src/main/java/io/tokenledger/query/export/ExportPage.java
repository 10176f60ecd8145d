package io.tokenledger.query.export;

import java.util.List;

/**
 * Some rows of an export.
 *
 * @param last whether none follow
 */
record ExportPage<T>(List<T> rows, boolean last) {}
