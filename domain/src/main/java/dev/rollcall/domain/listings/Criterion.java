package dev.rollcall.domain.listings;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.List;

/// One condition of a [Selection]. There are no others than these: a store translates each with an
/// exhaustive `switch`, and `matches` defines what it means.
public sealed interface Criterion {

    boolean matches(ProcessingJob job);

    /// The job belongs to this scope.
    record InScope(Scope scope) implements Criterion {

        @Override
        public boolean matches(ProcessingJob job) {
            return job.scope().equals(scope);
        }
    }

    /// A condition that a client asks for.
    sealed interface Filter extends Criterion {}

    /// The name contains this text, literally; upper and lower case differ.
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

    /// The job's time is later than `time`, which is rounded down to a millisecond: that selects
    /// the same jobs.
    record After(TimeField field, Instant time) implements Filter {

        public After {
            time = Milliseconds.floor(Milliseconds.clampBound(time));
        }

        @Override
        public boolean matches(ProcessingJob job) {
            return field.of(job).isAfter(time);
        }
    }

    /// The job's time is earlier than `time`, which is rounded up to a millisecond: that selects
    /// the same jobs. Rounding it down would lose those of the millisecond that `time` lies in.
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
    /// A store can write it as one row value: `(created, name) > (?, ?)`. A store that does better
    /// with simpler conditions uses its [#ranges].
    record Beyond(Position position, SortOrder order) implements Criterion {

        @Override
        public boolean matches(ProcessingJob job) {
            var ordering = new Ordering(position.key(), order);
            return ordering.compare(position, ordering.positionOf(job)) < 0;
        }

        /// The ranges that these jobs are in, in the order of the listing. They do not overlap.
        public List<Range> ranges() {
            return switch (position.key()) {
                case NAME -> List.of(Range.BEYOND_KEY);
                case CREATION_TIME, STATUS -> List.of(Range.WITHIN_KEY, Range.BEYOND_KEY);
            };
        }

        /// A range of jobs beyond a position.
        public enum Range {
            /// The sort key equals the position's, and the name is beyond the position's.
            WITHIN_KEY,
            /// The sort key is beyond the position's.
            BEYOND_KEY
        }
    }
}
