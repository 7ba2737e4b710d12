import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface LogsBucketProps {
  /** Days after which accounting files are deleted; they name recipients. */
  fileRetentionDays: number;
}

/** Where PowerMTA hosts ship their accounting files to. It outlives its stack; its files expire. */
export class LogsBucket extends Construct {
  readonly bucket: s3.Bucket;
  /** For the user or role of a shipping host: it may put objects and list a folder, and can neither read nor delete any. */
  readonly shipperPolicy: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, { fileRetentionDays }: LogsBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Bucket', {
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [
        {
          id: 'recipients-are-forgotten',
          expiration: Duration.days(fileRetentionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(2),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.announceObjects();
    this.shipperPolicy = this.createShipperPolicy();
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        'One function reads this bucket and hosts write to it; to audit each access, turn on CloudTrail data events.',
    });
    Validations.of(this.shipperPolicy).acknowledge({
      id: this.anyKeyFinding,
      reason: 'Any key is a valid name of an accounting file; the wildcard is within this one bucket.',
    });
  }

  /**
   * Sends an event to the queue for each object that is new or has new content. What EventBridge could not
   * hand over within a day goes to the dead-letter queue: without one it drops the event, and nobody hears of the file.
   */
  sendEventsTo(queue: sqs.IQueue, deadLetterQueue: sqs.IQueue): void {
    new events.Rule(this, 'ObjectCreated', {
      description: 'An accounting file has arrived, or arrived again',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue })],
    });
  }

  /**
   * Lets ingest read objects, and ask whether one is there: without leave to list, S3 answers 403 for a key that is
   * gone, as if access were at fault.
   */
  grantRead(role: iam.IRole): void {
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects('*')] }),
    );
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
    Validations.of(role).acknowledge({
      id: this.anyKeyFinding,
      reason: 'Every object of this one bucket is an accounting file.',
    });
  }

  private createShipperPolicy(): iam.ManagedPolicy {
    return new iam.ManagedPolicy(this, 'Shipper', {
      // Do not edit: a new description replaces the policy that hosts already use.
      description: 'Lets a PowerMTA host put its accounting files into the bucket of Deferral Watch',
      statements: [
        new iam.PolicyStatement({
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
          resources: [this.bucket.arnForObjects('*')],
        }),
        // For `aws s3 sync`, which asks what is there already; the whole bucket is not for one host to see.
        new iam.PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [this.bucket.bucketArn],
          conditions: { StringLike: { 's3:prefix': '*/*' } },
        }),
      ],
    });
  }

  /** How cdk-nag names a permission on all objects of this bucket. */
  private get anyKeyFinding(): string {
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as s3.CfnBucket);
    return `AwsSolutions::AwsSolutions-IAM5[Resource::<${id}.Arn>/*]`;
  }

  /** By the property itself: the construct's own option would add a custom resource with a function of its own. */
  private announceObjects(): void {
    const resource = this.bucket.node.defaultChild as s3.CfnBucket;
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
