package dev.rollcall.domain.jobs;

/// What tells a processing job from all others: its scope and its name, case and all.
///
/// It orders jobs by account, region and name. A [ProcessingJobArn] can do neither: AWS may spell
/// the name in other case there.
public record ProcessingJobId(Scope scope, ProcessingJobName name)
        implements Comparable<ProcessingJobId> {

    @Override
    public int compareTo(ProcessingJobId other) {
        int byScope = scope.compareTo(other.scope);
        return byScope != 0 ? byScope : name.compareTo(other.name);
    }

    /// The account, the region and the name, with a slash between them, which none of them has.
    @Override
    public String toString() {
        return scope.account() + "/" + scope.region() + "/" + name;
    }
}
