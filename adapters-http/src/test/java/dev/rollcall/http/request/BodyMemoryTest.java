package dev.rollcall.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class BodyMemoryTest {

    private static final int KIB = 1024;

    private long now = 0;
    private BodyMemory memory = new BodyMemory(100, () -> now);
    private final List<String> gaveWay = new ArrayList<>();

    private BodyMemory.Share arriving(String name) {
        return memory.arriving(() -> gaveWay.add(name));
    }

    private BodyMemory.Share leaving(String name) {
        return memory.leaving(() -> gaveWay.add(name));
    }

    @Test
    void bodies_may_take_all_of_it_together() {
        assertThat(arriving("one").resize(60)).isTrue();
        assertThat(arriving("two").resize(40)).isTrue();

        assertThat(memory.held()).isEqualTo(100);
        assertThat(gaveWay).isEmpty();
    }

    @Test
    void a_closed_share_takes_nothing_however_often_it_is_closed() {
        var share = arriving("one");
        share.resize(60);

        share.close();
        share.close();

        assertThat(memory.held()).isZero();
        assertThat(share.resize(1)).isFalse();
    }

    @Test
    void of_short_bodies_those_give_way_that_took_the_most_for_the_longest_time() {
        arriving("small and long").resize(10);
        now = 5;
        arriving("large and long").resize(40);
        now = 9;
        leaving("large and new").resize(50);
        now = 10;

        assertThat(arriving("last").resize(50)).isTrue();

        assertThat(gaveWay).containsExactly("large and long", "small and long");
        assertThat(memory.held()).isEqualTo(100);
    }

    @Test
    void of_long_bodies_the_one_that_was_waited_for_longest_gives_way() {
        memory = new BodyMemory(1024 * KIB, () -> now);
        arriving("occupies the memory").resize(20 * KIB);
        now = 5;
        arriving("is sent without a pause").resize(900 * KIB);
        now = 6;

        assertThat(arriving("new").resize(120 * KIB)).isTrue();

        assertThat(gaveWay).containsExactly("occupies the memory");
    }

    @Test
    void a_short_body_on_a_busy_machine_does_not_give_way_to_a_flood_of_long_ones() {
        var request = arriving("short");
        request.resize(1);
        now = 20;
        for (int i = 0; i < 50; i++) {
            arriving("long " + i).resize(90);
            now++;
        }

        assertThat(gaveWay).hasSize(49).doesNotContain("short");
        assertThat(request.keep()).isTrue();
    }

    @Test
    void one_that_holds_nothing_need_not_give_way() {
        arriving("idle");
        arriving("full").resize(100);

        assertThat(arriving("new").resize(1)).isTrue();

        assertThat(gaveWay).containsExactly("full");
    }

    @Test
    void one_that_grows_gives_way_itself_if_it_took_the_most() {
        var oldest = arriving("oldest");
        oldest.resize(50);
        now = 1;
        arriving("other").resize(50);

        assertThat(oldest.resize(60)).isFalse();

        assertThat(gaveWay).containsExactly("oldest");
        assertThat(memory.held()).isEqualTo(50);
    }

    @Test
    void one_that_is_not_waited_for_any_more_does_not_give_way() {
        var complete = arriving("complete");
        complete.resize(80);
        assertThat(complete.keep()).isTrue();

        assertThat(arriving("new").resize(30)).isFalse();

        assertThat(gaveWay).isEmpty();
        complete.close();
        assertThat(arriving("later").resize(100)).isTrue();
    }

    @Test
    void one_that_gave_way_cannot_be_kept() {
        var slow = arriving("slow");
        slow.resize(100);
        arriving("new").resize(1);

        assertThat(slow.keep()).isFalse();
    }

    @Test
    void nobody_gives_way_to_what_will_never_fit() {
        arriving("one").resize(50);

        assertThat(arriving("huge").resize(101)).isFalse();

        assertThat(gaveWay).isEmpty();
    }

    @Test
    void a_server_that_stops_waits_for_no_body_but_for_answers_to_be_taken() {
        arriving("one").resize(10);
        arriving("idle");
        var answer = leaving("answer");
        answer.resize(20);

        memory.refuseUnfinished();

        assertThat(gaveWay).containsExactly("one", "idle");
        assertThat(arriving("later").resize(1)).isFalse();
        assertThat(answer.resize(30)).isTrue();
        assertThat(leaving("another").resize(30)).isTrue();
    }
}
