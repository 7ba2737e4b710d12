import { Annotations, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlertTopicsProps {
  /** Who gets every alert about deferrals by e-mail. */
  alertEmails: readonly string[];
  /** Who gets the alarms about this system itself by e-mail. */
  operationsEmails: readonly string[];
}

/**
 * Where messages leave: `alerts` is about mailbox providers, `operations` about this system. Both are encrypted with
 * a key of our own, since CloudWatch could not publish to a topic under the key that AWS keeps for SNS.
 */
export class AlertTopics extends Construct {
  readonly alerts: sns.Topic;
  readonly operations: sns.Topic;

  constructor(scope: Construct, id: string, { alertEmails, operationsEmails }: AlertTopicsProps) {
    super(scope, id);
    const key = new kms.Key(this, 'Key', {
      description: 'Deferral Watch: alerts and alarms on their way to their readers',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.alerts = new sns.Topic(this, 'Alerts', {
      displayName: 'Deferral Watch',
      enforceSSL: true,
      masterKey: key,
    });
    this.operations = new sns.Topic(this, 'Operations', {
      displayName: 'Deferral Watch operations',
      enforceSSL: true,
      masterKey: key,
    });
    this.letAlarmsPublish(key);
    subscribe(this.alerts, alertEmails);
    if (operationsEmails.length === 0) {
      Annotations.of(this).addWarningV2(
        'deferral-watch:operations-emails',
        'operationsEmails is empty: unless something else subscribes to the operations topic, nobody hears of an alarm',
      );
    }
    subscribe(this.operations, operationsEmails);
  }

  /** A topic with a policy of its own admits nobody that the policy does not name, not even CloudWatch. */
  private letAlarmsPublish(key: kms.Key): void {
    const statement = (actions: string[], resource: string): iam.PolicyStatement =>
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions,
        resources: [resource],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      });
    this.operations.addToResourcePolicy(statement(['sns:Publish'], this.operations.topicArn));
    key.addToResourcePolicy(statement(['kms:Decrypt', 'kms:GenerateDataKey*'], '*'));
  }
}

/** Each address once: the settings file and the command line may both name it. */
function subscribe(topic: sns.Topic, addresses: readonly string[]): void {
  for (const address of new Set(addresses)) topic.addSubscription(new EmailSubscription(address));
}
