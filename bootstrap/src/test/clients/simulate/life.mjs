// The life of simulated jobs: creates, waits, lists, describes, tags, stops and deletes. Prints what it sees.
import {
  AddTagsCommand,
  CreateProcessingJobCommand,
  DeleteProcessingJobCommand,
  DeleteTagsCommand,
  DescribeProcessingJobCommand,
  ListTagsCommand,
  SageMakerClient,
  StopProcessingJobCommand,
  paginateListProcessingJobs,
  waitUntilProcessingJobCompletedOrStopped,
} from "@aws-sdk/client-sagemaker";

const client = new SageMakerClient({});
const seen = [];
const name = (ProcessingJobName) => ({ ProcessingJobName });
const status = async (job) =>
  (await client.send(new DescribeProcessingJobCommand(name(job)))).ProcessingJobStatus;
const tags = async (ResourceArn) =>
  (await client.send(new ListTagsCommand({ ResourceArn }))).Tags.map((tag) => tag.Key).join("+");
const create = async (job, outcome) =>
  (
    await client.send(
      new CreateProcessingJobCommand({
        ...name(job),
        RoleArn: "arn:aws:iam::123456789012:role/any",
        AppSpecification: { ImageUri: "image" },
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 1 },
        },
        Tags: [{ Key: "rollcall:outcome", Value: outcome }],
      }),
    )
  ).ProcessingJobArn;
const refusal = async (command) => {
  try {
    await client.send(command);
    return "no refusal";
  } catch (error) {
    return error.name;
  }
};
const wait = (job) => {
  const waiter = { client, minDelay: 1, maxDelay: 1, maxWaitTime: 60 };
  return waitUntilProcessingJobCompletedOrStopped(waiter, name(job));
};

try {
  const arn = await create("js-good", "Completed after 5s");
  seen.push(arn.split(":").slice(3).join(":"), await status("js-good"));
  seen.push(await refusal(new CreateProcessingJobCommand({
    ...name("js-good"),
    RoleArn: "arn:aws:iam::123456789012:role/any",
    AppSpecification: { ImageUri: "image" },
    ProcessingResources: {
      ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.large", VolumeSizeInGB: 1 },
    },
  })));
  seen.push((await wait("js-good")).state, await status("js-good"));

  await create("js-bad", "Failed after 1s because the disk was full");
  const failure = await wait("js-bad").then(() => "no failure", (error) => error.name);
  seen.push(failure, await status("js-bad"));

  await client.send(new AddTagsCommand({ ResourceArn: arn, Tags: [{ Key: "team", Value: "x" }] }));
  seen.push(await tags(arn));
  await client.send(new DeleteTagsCommand({ ResourceArn: arn, TagKeys: ["rollcall:outcome"] }));
  seen.push(await tags(arn));

  await create("js-long", "Completed after 1h");
  seen.push(await refusal(new DeleteProcessingJobCommand(name("js-long"))));
  await client.send(new StopProcessingJobCommand(name("js-long")));
  seen.push(await status("js-long"), (await wait("js-long")).state, await status("js-long"));
  await client.send(new DeleteProcessingJobCommand(name("js-long")));

  const names = [];
  const walk = { client, pageSize: 1 };
  for await (const page of paginateListProcessingJobs(walk, { NameContains: "js-", SortBy: "Name" })) {
    names.push(...page.ProcessingJobSummaries.map((job) => job.ProcessingJobName));
  }
  seen.push(names.join("+"));
} catch (error) {
  seen.push(error.name, error.message);
}
console.log(seen.join(" "));
