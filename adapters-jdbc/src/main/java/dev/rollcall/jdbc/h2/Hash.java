package dev.rollcall.jdbc.h2;

/// Hashes that look random and depend on the content alone.
final class Hash {

    private Hash() {}

    /// FNV-1a over UTF-16 units, scattered.
    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return scattered(hash);
    }

    /// Spreads a difference in any bit over all bits: the finishing step of SplitMix64.
    static long scattered(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
