package dev.plumbline.api.notifications;

import java.util.Map;

/** A request as a channel wants it; the body is JSON. */
record HttpMessage(String url, Map<String, String> headers, String body) {}
