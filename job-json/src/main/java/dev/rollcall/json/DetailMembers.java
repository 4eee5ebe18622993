package dev.rollcall.json;

import static dev.rollcall.json.DetailShape.FLAG;
import static dev.rollcall.json.DetailShape.TEXT;
import static dev.rollcall.json.DetailShape.TIME;
import static dev.rollcall.json.DetailShape.WHOLE_NUMBER;
import static dev.rollcall.json.DetailShape.oneOf;

import static java.util.Map.entry;

import dev.rollcall.json.DetailShape.ListOf;
import dev.rollcall.json.DetailShape.Structure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The members that details consist of (SageMaker API, `DescribeProcessingJobResponse`, and the
/// `Tags` of `ProcessingJob`), and their shapes.
public final class DetailMembers {

    static final String APP_SPECIFICATION = "AppSpecification";
    static final String PROCESSING_RESOURCES = "ProcessingResources";
    static final String TAGS = "Tags";

    private static final DetailShape DATA_DISTRIBUTION = oneOf("FullyReplicated", "ShardedByS3Key");
    private static final DetailShape INPUT_MODE = oneOf("Pipe", "File");

    private static final DetailShape S3_INPUT =
            structure(
                    entry("LocalPath", TEXT),
                    entry("S3CompressionType", oneOf("None", "Gzip")),
                    entry("S3DataDistributionType", DATA_DISTRIBUTION),
                    entry("S3DataType", oneOf("ManifestFile", "S3Prefix")),
                    entry("S3InputMode", INPUT_MODE),
                    entry("S3Uri", TEXT));

    private static final DetailShape ATHENA_DATASET =
            structure(
                    entry("Catalog", TEXT),
                    entry("Database", TEXT),
                    entry("KmsKeyId", TEXT),
                    entry("OutputCompression", oneOf("GZIP", "SNAPPY", "ZLIB")),
                    entry("OutputFormat", oneOf("PARQUET", "ORC", "AVRO", "JSON", "TEXTFILE")),
                    entry("OutputS3Uri", TEXT),
                    entry("QueryString", TEXT),
                    entry("WorkGroup", TEXT));

    private static final DetailShape REDSHIFT_DATASET =
            structure(
                    entry("ClusterId", TEXT),
                    entry("ClusterRoleArn", TEXT),
                    entry("Database", TEXT),
                    entry("DbUser", TEXT),
                    entry("KmsKeyId", TEXT),
                    entry("OutputCompression", oneOf("None", "GZIP", "BZIP2", "ZSTD", "SNAPPY")),
                    entry("OutputFormat", oneOf("PARQUET", "CSV")),
                    entry("OutputS3Uri", TEXT),
                    entry("QueryString", TEXT));

    private static final DetailShape INPUTS =
            new ListOf(
                    structure(
                            entry("AppManaged", FLAG),
                            entry(
                                    "DatasetDefinition",
                                    structure(
                                            entry("AthenaDatasetDefinition", ATHENA_DATASET),
                                            entry("DataDistributionType", DATA_DISTRIBUTION),
                                            entry("InputMode", INPUT_MODE),
                                            entry("LocalPath", TEXT),
                                            entry("RedshiftDatasetDefinition", REDSHIFT_DATASET))),
                            entry("InputName", TEXT),
                            entry("S3Input", S3_INPUT)));

    private static final DetailShape OUTPUTS =
            new ListOf(
                    structure(
                            entry("AppManaged", FLAG),
                            entry("FeatureStoreOutput", structure(entry("FeatureGroupName", TEXT))),
                            entry("OutputName", TEXT),
                            entry(
                                    "S3Output",
                                    structure(
                                            entry("LocalPath", TEXT),
                                            entry("S3UploadMode", oneOf("Continuous", "EndOfJob")),
                                            entry("S3Uri", TEXT)))));

    private static final DetailShape NETWORK =
            structure(
                    entry("EnableInterContainerTrafficEncryption", FLAG),
                    entry("EnableNetworkIsolation", FLAG),
                    entry(
                            "VpcConfig",
                            structure(
                                    entry("SecurityGroupIds", new ListOf(TEXT)),
                                    entry("Subnets", new ListOf(TEXT)))));

    private static final DetailShape APPLICATION =
            new Structure(
                    Map.of(
                            "ContainerArguments", new ListOf(TEXT),
                            "ContainerEntrypoint", new ListOf(TEXT),
                            "ImageUri", TEXT),
                    Map.of("ImageUri", "\"\""));

    private static final DetailShape RESOURCES =
            new Structure(
                    Map.of(
                            "ClusterConfig",
                            new Structure(
                                    Map.of(
                                            "InstanceCount", WHOLE_NUMBER,
                                            "InstanceType", TEXT,
                                            "VolumeKmsKeyId", TEXT,
                                            "VolumeSizeInGB", WHOLE_NUMBER),
                                    Map.of(
                                            "InstanceCount", "0",
                                            "InstanceType", "\"\"",
                                            "VolumeSizeInGB", "0"))),
                    Map.of(
                            "ClusterConfig",
                            """
                            {"InstanceCount":0,"InstanceType":"","VolumeSizeInGB":0}\
                            """));

    private static final DetailShape EXPERIMENT =
            structure(
                    entry("ExperimentName", TEXT),
                    entry("RunName", TEXT),
                    entry("TrialComponentDisplayName", TEXT),
                    entry("TrialName", TEXT));

    private static final DetailShape TAG = structure(entry("Key", TEXT), entry("Value", TEXT));

    private static final Map<String, DetailShape> SHAPES =
            Map.ofEntries(
                    entry(APP_SPECIFICATION, APPLICATION),
                    entry("AutoMLJobArn", TEXT),
                    entry("Environment", new DetailShape.TextsByName()),
                    entry("ExperimentConfig", EXPERIMENT),
                    entry("MonitoringScheduleArn", TEXT),
                    entry("NetworkConfig", NETWORK),
                    entry("ProcessingInputs", INPUTS),
                    entry(
                            "ProcessingOutputConfig",
                            structure(entry("KmsKeyId", TEXT), entry("Outputs", OUTPUTS))),
                    entry(PROCESSING_RESOURCES, RESOURCES),
                    entry("ProcessingStartTime", TIME),
                    entry("RoleArn", TEXT),
                    entry(
                            "StoppingCondition",
                            structure(entry("MaxRuntimeInSeconds", WHOLE_NUMBER))),
                    entry(TAGS, new DetailShape.Tags(TAG)),
                    entry("TrainingJobArn", TEXT));

    private DetailMembers() {}

    /// Whether a member of this name is a detail.
    public static boolean contains(String member) {
        return SHAPES.containsKey(member);
    }

    static Optional<DetailShape> shape(String member) {
        return Optional.ofNullable(SHAPES.get(member));
    }

    @SafeVarargs
    private static DetailShape structure(Map.Entry<String, DetailShape>... members) {
        var byName = new HashMap<String, DetailShape>();
        for (var member : members) {
            byName.put(member.getKey(), member.getValue());
        }
        return new Structure(byName, Map.of());
    }
}
