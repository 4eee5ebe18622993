// Describes a job and lists its tags, then waits until it has completed; prints what it sees.
import {
  DescribeProcessingJobCommand,
  ListTagsCommand,
  SageMakerClient,
  waitUntilProcessingJobCompletedOrStopped,
} from "@aws-sdk/client-sagemaker";

const [endpoint, accessKeyId, secretAccessKey, name] = process.argv.slice(2);
const client = new SageMakerClient({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId, secretAccessKey },
});
const describe = () => client.send(new DescribeProcessingJobCommand({ ProcessingJobName: name }));
try {
  const before = await describe();
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: before.ProcessingJobArn }));
  console.log(before.AppSpecification.ImageUri, Tags[0].Key, before.ProcessingJobStatus);
  const waiter = { client, minDelay: 30, maxDelay: 30, maxWaitTime: 600 };
  await waitUntilProcessingJobCompletedOrStopped(waiter, { ProcessingJobName: name });
  console.log((await describe()).ProcessingJobStatus);
} catch (error) {
  console.log(error.name, error.message);
}
