package dev.rollcall.http.awsjson;

import dev.rollcall.application.Client;
import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.DescriptionResult;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Permission;
import dev.rollcall.json.JobDescriptionJson;

import java.util.Optional;

/// `DescribeProcessingJob`.
final class DescribeProcessingJobOperation implements Operation {

    private final DescribeProcessingJob describeProcessingJob;
    private final int maxBodyBytes;

    DescribeProcessingJobOperation(DescribeProcessingJob describeProcessingJob, int maxBodyBytes) {
        this.describeProcessingJob = describeProcessingJob;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public String name() {
        return "DescribeProcessingJob";
    }

    @Override
    public Permission permission() {
        return Permission.LIST;
    }

    @Override
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    @Override
    public Call read(byte[] body) throws SerializationException {
        var request = new RequestReader();
        JsonBody.read(body, request);
        return new DescribeCall(describeProcessingJob, request.processingJobName);
    }

    private static final class RequestReader implements JsonBody.MemberHandler {

        private Optional<String> processingJobName = Optional.empty();

        @Override
        public void read(String name, MemberReader value) throws SerializationException {
            if (name.equals("ProcessingJobName")) {
                processingJobName = value.string();
            }
        }
    }

    private record DescribeCall(DescribeProcessingJob describeProcessingJob, Optional<String> name)
            implements Call {

        @Override
        public Optional<String> resource(Scope scope) {
            return name.flatMap(ProcessingJobName::parse)
                    .map(valid -> new ProcessingJobArn(scope, valid).toString());
        }

        @Override
        public AwsResponse answer(Scope scope, Client client, String requestId) {
            return switch (describeProcessingJob.describe(scope, name)) {
                case DescriptionResult.Described(var description) ->
                        AwsResponse.ok(json -> JobDescriptionJson.writeAnswer(json, description));
                case DescriptionResult.Invalid(var violations) ->
                        AwsError.validation(AwsViolationMessages.sentence(violations)).response();
                case DescriptionResult.NotFound(var missing) ->
                        AwsError.noSuchJob(missing).response();
            };
        }
    }
}
