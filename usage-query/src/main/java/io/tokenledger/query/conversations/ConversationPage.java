package io.tokenledger.query.conversations;

import java.util.List;

/**
 * A page of conversations, newest first.
 *
 * @param oneMore than the page has, if there are so many: it tells whether there is another page
 * @param total on all pages
 */
public record ConversationPage(List<ConversationUsage> oneMore, long total) {}
