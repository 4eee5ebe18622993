package dev.rollcall.domain.jobs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Amazon Resource Name of a processing job, which is the job's identity: its scope and its
/// name.
///
/// It is derived, never stored:
/// `arn:{partition}:sagemaker:{region}:{account}:processing-job/{name}`.
public record ProcessingJobArn(Scope scope, ProcessingJobName name)
        implements Comparable<ProcessingJobArn> {

    private static final Pattern FORM =
            Pattern.compile("arn:([a-z-]+):sagemaker:([^:]*):([^:]*):processing-job/(.*)");

    /// Reads an ARN; empty if it is not one of a processing job, or if its partition is not the one
    /// its region lies in.
    public static Optional<ProcessingJobArn> parse(String arn) {
        Matcher form = FORM.matcher(arn);
        if (!form.matches()
                || !Region.PATTERN.matcher(form.group(2)).matches()
                || !AccountId.PATTERN.matcher(form.group(3)).matches()
                || !ProcessingJobName.isName(form.group(4))) {
            return Optional.empty();
        }
        var scope = Scope.of(form.group(3), form.group(2));
        var parsed = new ProcessingJobArn(scope, new ProcessingJobName(form.group(4)));
        return parsed.toString().equals(arn) ? Optional.of(parsed) : Optional.empty();
    }

    @Override
    public int compareTo(ProcessingJobArn other) {
        int byScope = scope.compareTo(other.scope);
        return byScope != 0 ? byScope : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return "arn:%s:sagemaker:%s:%s:processing-job/%s"
                .formatted(scope.region().partition(), scope.region(), scope.account(), name);
    }
}
