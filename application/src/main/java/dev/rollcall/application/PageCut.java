package dev.rollcall.application;

/// When a page is cut to its size.
public enum PageCut {
    /// Of the jobs that pass the filters: a page is full whenever enough jobs match.
    AFTER_FILTERING,

    /// Before the filters, as AWS does it: a page may come short or empty, with a token, however
    /// many jobs match. For tests of callers.
    BEFORE_FILTERING
}
