package dev.rollcall.json;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;

import tools.jackson.core.JsonGenerator;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The AWS JSON spelling of all that is known of a processing job (SageMaker API,
/// `DescribeProcessingJobResponse`): compact, members in alphabetical order, an absent one left
/// out. A [JobRecordReader] reads it back.
public final class JobDescriptionJson {

    private static final String NO_TAGS = "[]";

    private JobDescriptionJson() {}

    /// Writes what is known, and the job's `Tags` with it.
    public static void write(JsonGenerator json, JobDescription description) {
        if (description.details().members().isEmpty()) {
            ProcessingJobJson.write(json, description.job());
        } else {
            write(json, description.job(), values(description.details()));
        }
    }

    /// Writes what `DescribeProcessingJob` answers: no tags, and each member that the API requires,
    /// with neutral values if it is not known.
    public static void writeAnswer(JsonGenerator json, JobDescription description) {
        var details = values(description.details());
        details.remove(DetailMembers.TAGS);
        NeutralDetails.REQUIRED.forEach(
                member ->
                        details.compute(
                                member,
                                (_, known) ->
                                        NeutralDetails.filledIn(
                                                member, Optional.ofNullable(known))));
        write(json, description.job(), details);
    }

    /// Writes what `ListTags` answers: `{"Tags":[…]}`.
    public static void writeTags(JsonGenerator json, JobDetails details) {
        json.writeStartObject();
        json.writeName(DetailMembers.TAGS);
        json.writeRawValue(
                Optional.ofNullable(details.members().get(DetailMembers.TAGS))
                        .map(JobDetail::json)
                        .map(VisibleText::of)
                        .orElse(NO_TAGS));
        json.writeEndObject();
    }

    /// Without what the API has no member for, such as Rollcall's own notes about a job.
    private static SortedMap<String, String> values(JobDetails details) {
        var values = new TreeMap<String, String>();
        details.members().forEach((member, detail) -> values.put(member, detail.json()));
        values.keySet().removeIf(member -> !DetailMembers.contains(member));
        return values;
    }

    /// The members of the summary come between those of the details.
    private static void write(
            JsonGenerator json, ProcessingJob job, SortedMap<String, String> details) {
        json.writeStartObject();
        var rest = new TreeMap<>(details);
        new SummaryWriter(json, member -> writeAll(json, rest.headMap(member))).writeMembers(job);
        writeAll(json, rest);
        json.writeEndObject();
    }

    private static void writeAll(JsonGenerator json, SortedMap<String, String> members) {
        members.forEach(
                (member, value) -> {
                    json.writeName(member);
                    json.writeRawValue(VisibleText.of(value));
                });
        members.clear();
    }
}
