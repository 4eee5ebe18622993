package dev.rollcall.domain.jobs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Amazon Resource Name of a processing job:
/// `arn:{partition}:sagemaker:{region}:{account}:processing-job/{name}`.
///
/// It is not the job's identity ([ProcessingJobId]).
///
/// @param name the job's name as the ARN spells it: until late 2022 AWS wrote it in lower case
public record ProcessingJobArn(Scope scope, ProcessingJobName name) {

    private static final Pattern FORM =
            Pattern.compile("arn:([a-z-]+):sagemaker:([^:]*):([^:]*):processing-job/(.*)");

    /// Reads an ARN; empty if it is not one of a processing job, or if its partition is not the one
    /// that its region belongs to.
    public static Optional<ProcessingJobArn> parse(String arn) {
        Matcher form = FORM.matcher(arn);
        if (!form.matches()) {
            return Optional.empty();
        }
        return scope(form.group(3), form.group(2))
                .flatMap(
                        scope ->
                                ProcessingJobName.parse(form.group(4))
                                        .map(name -> new ProcessingJobArn(scope, name)))
                .filter(parsed -> parsed.toString().equals(arn));
    }

    private static Optional<Scope> scope(String account, String region) {
        return AccountId.parse(account)
                .flatMap(id -> Region.parse(region).map(code -> new Scope(id, code)));
    }

    @Override
    public String toString() {
        var region = scope.region();
        return "arn:"
                + region.partition()
                + ":sagemaker:"
                + region
                + ":"
                + scope.account()
                + ":processing-job/"
                + name;
    }
}
