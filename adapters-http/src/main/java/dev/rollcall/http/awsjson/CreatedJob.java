package dev.rollcall.http.awsjson;

import dev.rollcall.application.simulate.NewJob;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.http.model.Value;
import dev.rollcall.http.model.Value.Fields;
import dev.rollcall.json.JobRecordReader;
import dev.rollcall.json.MalformedJob;
import dev.rollcall.json.ProcessingJobJson;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The job that a valid `CreateProcessingJob` request asks for. Like AWS it fills in some members
/// that the request may leave out.
final class CreatedJob {

    private static final String OUTCOME_TAG = "rollcall:outcome";
    private static final String OUTCOME_VARIABLE = "ROLLCALL_OUTCOME";

    private static final Fields ONE_DAY =
            Fields.NONE.with("MaxRuntimeInSeconds", new Value.WholeNumber(86_400));

    private static final JsonFactory JSON = new JsonFactory();

    private CreatedJob() {}

    /// @throws MalformedJob if a text is none that a store can hold
    static NewJob of(Fields request) throws MalformedJob {
        var details = details(filledIn(request));
        return new NewJob(
                new ProcessingJobName(request.text("ProcessingJobName")),
                created -> asOf(created, details),
                outcome(request));
    }

    private static Map<String, JobRecord.Detail> details(Fields request) throws MalformedJob {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), JsonText.of(request))) {
            parser.nextToken();
            return JobRecordReader.read(parser).record().details();
        }
    }

    /// A job starts at once.
    private static JobDetails asOf(Instant created, Map<String, JobRecord.Detail> details) {
        var members = new TreeMap<String, JobDetail>();
        details.forEach((name, it) -> members.put(name, new JobDetail(created, it.json())));
        members.put(
                "ProcessingStartTime",
                new JobDetail(created, ProcessingJobJson.epochSeconds(created)));
        return new JobDetails(members);
    }

    /// The tag counts more than the variable.
    private static Optional<String> outcome(Fields request) {
        return request.structures("Tags").stream()
                .filter(tag -> tag.text("Key").equals(OUTCOME_TAG))
                .map(tag -> tag.text("Value"))
                .findFirst()
                .or(
                        () ->
                                request.member("Environment")
                                        .map(Value::fieldsOf)
                                        .flatMap(it -> it.member(OUTCOME_VARIABLE))
                                        .map(Value::toString));
    }

    private static Fields filledIn(Fields request) {
        var withInputs = replacedEach(request, "ProcessingInputs", CreatedJob::input);
        return replaced(
                        withInputs,
                        "ProcessingOutputConfig",
                        config -> replacedEach(config, "Outputs", CreatedJob::managed))
                .withDefault("StoppingCondition", ONE_DAY);
    }

    private static Fields input(Fields input) {
        return replaced(
                managed(input),
                "S3Input",
                source ->
                        source.withDefault("S3CompressionType", new Value.Text("None"))
                                .withDefault(
                                        "S3DataDistributionType",
                                        new Value.Text("FullyReplicated")));
    }

    private static Fields managed(Fields input) {
        return input.withDefault("AppManaged", new Value.Flag(false));
    }

    private static Fields replaced(Fields within, String name, UnaryOperator<Fields> change) {
        return within.member(name)
                .map(it -> within.with(name, change.apply(Value.fieldsOf(it))))
                .orElse(within);
    }

    private static Fields replacedEach(Fields within, String name, UnaryOperator<Fields> change) {
        return within.member(name).isEmpty()
                ? within
                : within.with(
                        name,
                        new Value.Items(
                                within.structures(name).stream().<Value>map(change).toList()));
    }
}
