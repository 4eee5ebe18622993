package dev.rollcall.http.request;

/// The memory for bodies is used up, or the server stops: the client should ask again later.
public final class NoRoomForBody extends Exception {

    private static final long serialVersionUID = 1L;

    public NoRoomForBody() {}
}
