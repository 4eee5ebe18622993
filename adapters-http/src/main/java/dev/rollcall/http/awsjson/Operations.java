package dev.rollcall.http.awsjson;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.simulate.Simulation;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.access.Faults;
import dev.rollcall.http.request.RequestHead;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The operations that the server has.
public final class Operations {

    /// What the name of any operation of SageMaker looks like, whether the server has it or not.
    private static final Pattern OF_SAGEMAKER = Pattern.compile("SageMaker\\.[A-Z][A-Za-z0-9]+");

    private final NavigableMap<String, Operation> byTarget = new TreeMap<>();

    private Operations(Stream<Operation> operations) {
        operations.forEach(operation -> byTarget.put(operation.target(), operation));
    }

    /// Every operation, over the use cases that answer them.
    ///
    /// @param defaultSortOrder the order of a listing whose request names none
    /// @param readingBodyBytes how long the body of a request may be that only reads
    public static Operations over(
            ListProcessingJobs listProcessingJobs,
            DescribeProcessingJob describeProcessingJob,
            ListTags listTags,
            SortOrder defaultSortOrder,
            int readingBodyBytes) {
        return new Operations(
                Stream.of(
                        new ListProcessingJobsOperation(
                                listProcessingJobs, defaultSortOrder, readingBodyBytes),
                        new DescribeProcessingJobOperation(describeProcessingJob, readingBodyBytes),
                        new ListTagsOperation(listTags, readingBodyBytes)));
    }

    /// These and, if the lives of jobs are simulated, those by which clients change them; some
    /// answers are faults if that is asked for.
    ///
    /// @param smallBodyBytes how long the body of a request may be that needs no long one
    public Operations with(
            Optional<Simulation> simulation, Optional<Faults> faults, int smallBodyBytes) {
        var simulated =
                simulation.stream().flatMap(it -> SimulatedOperations.of(it, smallBodyBytes));
        var all = Stream.concat(all().stream(), simulated);
        return new Operations(
                faults.map(DrawnFaults::new)
                        .map(drawn -> all.<Operation>map(it -> new FaultyOperation(it, drawn)))
                        .orElse(all));
    }

    /// All of them, in the order of their names.
    Collection<Operation> all() {
        return byTarget.values();
    }

    /// The longest body of any operation.
    int maxBodyBytes() {
        return all().stream().mapToInt(Operation::maxBodyBytes).max().orElse(0);
    }

    /// The operation that a request names, if there is one. A request names an operation if it is a
    /// `POST` with exactly one target; case matters.
    Optional<Operation> of(RequestHead head) {
        return target(head).map(byTarget::get);
    }

    /// The error for a request that names none of the operations.
    AwsError unknown(RequestHead head) {
        return target(head).filter(name -> OF_SAGEMAKER.matcher(name).matches()).isPresent()
                ? AwsError.unsupportedOperation()
                : AwsError.unknownOperation(
                        "The request names no operation of this server. Send a POST request with"
                                + " one X-Amz-Target header, which must be one of: "
                                + String.join(", ", byTarget.keySet())
                                + ".");
    }

    private static Optional<String> target(RequestHead head) {
        List<String> targets = head.headerLines("x-amz-target");
        return head.method().equals("POST") && targets.size() == 1
                ? Optional.of(targets.getFirst())
                : Optional.empty();
    }
}
