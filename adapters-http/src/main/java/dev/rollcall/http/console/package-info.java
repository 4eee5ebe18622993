/// The console, a page for people: [ConsoleHandler] serves its files, which stand beside the
/// classes as resources. The page is a client as any other: it asks for jobs through the API.
@NullMarked
package dev.rollcall.http.console;

import org.jspecify.annotations.NullMarked;
