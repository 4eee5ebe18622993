package dev.rollcall.domain.listings;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.List;

/// One condition of a [Selection]. The leaves are all there are: a store folds them with an
/// exhaustive `switch`, and `matches` says what each of them means.
public sealed interface Criterion {

    boolean matches(ProcessingJob job);

    /// The job lives in this scope.
    record InScope(Scope scope) implements Criterion {

        @Override
        public boolean matches(ProcessingJob job) {
            return job.scope().equals(scope);
        }
    }

    /// A condition that a client asks for.
    sealed interface Filter extends Criterion {}

    /// The name contains this text, literally, upper and lower case told apart.
    record NameContains(String text) implements Filter {

        @Override
        public boolean matches(ProcessingJob job) {
            return job.name().value().contains(text);
        }
    }

    record StatusIs(ProcessingJobStatus status) implements Filter {

        @Override
        public boolean matches(ProcessingJob job) {
            return job.status() == status;
        }
    }

    /// The job's time is later than `time`. Cut down to a millisecond, which selects the same jobs.
    record After(TimeField field, Instant time) implements Filter {

        public After {
            time = Milliseconds.floor(Milliseconds.clampBound(time));
        }

        @Override
        public boolean matches(ProcessingJob job) {
            return field.of(job).isAfter(time);
        }
    }

    /// The job's time is earlier than `time`. Raised to a millisecond, which selects the same jobs;
    /// cutting it down would lose those of the millisecond that `time` lies in.
    record Before(TimeField field, Instant time) implements Filter {

        public Before {
            time = Milliseconds.ceiling(Milliseconds.clampBound(time));
        }

        @Override
        public boolean matches(ProcessingJob job) {
            return field.of(job).isBefore(time);
        }
    }

    /// The job comes after `position` in a listing that runs in the direction `order`.
    ///
    /// One leaf, so that a store can render it as a row value: `(created, name) > (?, ?)`. A store
    /// that does better with simpler terms takes its [#ranges].
    record Beyond(Position position, SortOrder order) implements Criterion {

        @Override
        public boolean matches(ProcessingJob job) {
            var ordering = new Ordering(position.key(), order);
            return ordering.compare(position, ordering.positionOf(job)) < 0;
        }

        /// The ranges that these jobs fall into, in the order of the listing. They do not overlap.
        public List<Range> ranges() {
            return switch (position.key()) {
                case NAME -> List.of(Range.BEYOND_KEY);
                case CREATION_TIME, STATUS -> List.of(Range.WITHIN_KEY, Range.BEYOND_KEY);
            };
        }

        /// A range of jobs beyond a position.
        public enum Range {
            /// The sort key equals the position's and the name lies beyond it.
            WITHIN_KEY,
            /// The sort key lies beyond the position's.
            BEYOND_KEY
        }
    }
}
