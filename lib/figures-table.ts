import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { EXPIRY, PARTITIONS } from '../lambdas/adapters/table-layout.ts';

/** What a function may do, and with which items. */
export interface ItemGrant {
  actions: readonly ('GetItem' | 'Query' | 'PutItem')[];
  partitions: readonly (keyof typeof PARTITIONS)[];
}

/**
 * The one table: contributions and figures by hour, file records, incidents (docs/decisions/0001). It outlives its
 * stack. Its stream carries keys only: the tally needs nothing else, and figures can name customers' domains.
 */
export class FiguresTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType.KEYS_ONLY,
      timeToLiveAttribute: EXPIRY,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Lets a function work on the items of some partitions, and on no others. */
  grantItems(grantee: iam.IGrantable, { actions, partitions }: ItemGrant): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [this.table.tableArn],
        conditions: {
          'ForAllValues:StringLike': {
            'dynamodb:LeadingKeys': partitions.map((name) => `${PARTITIONS[name]}*`),
          },
        },
      }),
    );
  }
}
