import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The namespace of a stack's own metrics in CloudWatch: of two stacks in one account, neither counts the other's. */
export function metricsNamespace(scope: Construct): string {
  return Stack.of(scope).stackName;
}

/** A stage, which is the folder of its handler under `lambdas/`. */
export type Stage = 'ingest' | 'tally' | 'evaluate';

export interface NodeFunctionProps {
  stage: Stage;
  description: string;
  memoryMb: number;
  timeoutSeconds: number;
  environment: Record<string, string>;
}

/**
 * A function of this system: Node.js 24 on arm64, one ES module with everything in it, source maps,
 * JSON logs in a group of its own that forgets after three months, and a role that may write to
 * that group and nothing else until it is granted more.
 */
export class NodeFunction extends Construct {
  readonly function: lambda.Function;
  readonly role: iam.Role;

  constructor(
    scope: Construct,
    id: string,
    { stage, description, memoryMb, timeoutSeconds, environment }: NodeFunctionProps,
  ) {
    super(scope, id);
    const logGroup = new logs.LogGroup(this, 'Logs', {
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `What the function ${stage} of Deferral Watch may do`,
    });
    logGroup.grantWrite(this.role);
    this.function = new NodejsFunction(this, 'Function', {
      description,
      entry: `${ROOT}lambdas/${stage}/handler.ts`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      role: this.role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        // Waits some seconds for a throttled partition; by default the SDK gives up after three tries.
        AWS_MAX_ATTEMPTS: '8',
        POWERTOOLS_SERVICE_NAME: stage,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(this),
        ...environment,
      },
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        sourceMap: true,
        sourcesContent: false,
        // The SDK that was tested is the one that runs, whatever the runtime brings.
        externalModules: [],
        // Some CommonJS packages inside call `require` for Node's own modules, which an ES module lacks.
        banner:
          "import { createRequire as createRequireOfBundle } from 'node:module';" +
          'const require = createRequireOfBundle(import.meta.url);',
      },
    });
  }
}
