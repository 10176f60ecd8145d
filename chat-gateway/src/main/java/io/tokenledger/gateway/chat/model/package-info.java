/** What the APIs of models are asked, and how their answers are read, as far as a chat needs it. */
package io.tokenledger.gateway.chat.model;
