import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, vi } from 'vitest';

const HANDLERS = {
  ingest: () => import('../lambdas/ingest/handler.ts'),
  tally: () => import('../lambdas/tally/handler.ts'),
  evaluate: () => import('../lambdas/evaluate/handler.ts'),
};

type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** What a function prints: a line of its log, or metrics. */
type Line = Record<string, unknown>;

export interface LambdaFunction {
  /** What it has printed since it was last called. */
  readonly printed: readonly Line[];
  /** The lines of its log with this message, as printed. */
  lines(message: string): Line[];
  /** The metrics that it has published, with their values; undefined if there are none. */
  metrics(): Line | undefined;
  /** Loads its code, with the environment of this moment. */
  start(): Promise<void>;
  /**
   * Calls it as Lambda does, which starts it for the first call of a test.
   *
   * @param milliseconds what is left of its time
   */
  call(event: unknown, milliseconds?: number): Promise<unknown>;
}

/**
 * A function of ours for all tests of a file, started anew for each of them. Besides this environment it finds what
 * Lambda and the stack give to every function, as far as its code looks at that.
 */
export function lambdaFunction(
  stage: keyof typeof HANDLERS,
  environment: Readonly<Record<string, string>>,
): LambdaFunction {
  const printed: Line[] = [];
  let handler: Handler | undefined;
  const start = async (): Promise<Handler> => (handler ??= (await HANDLERS[stage]()).handler as Handler);
  beforeEach(() => {
    printed.length = 0;
    handler = undefined;
    for (const [name, value] of Object.entries({ ...environmentOf(stage), ...environment })) {
      vi.stubEnv(name, value);
    }
    for (const method of ['log', 'info', 'warn', 'error'] as const) {
      vi.spyOn(console, method).mockImplementation((line) => {
        printed.push(JSON.parse(String(line)) as Line);
      });
    }
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    vi.resetModules();
  });
  return {
    printed,
    lines: (message) => printed.filter((line) => line['message'] === message),
    metrics: () => printed.find(({ _aws }) => _aws !== undefined),
    async start() {
      await start();
    },
    async call(event, milliseconds = 60_000) {
      printed.length = 0;
      const handle = handler ?? (await start());
      return handle(event, { getRemainingTimeInMillis: () => milliseconds } as Context);
    },
  };
}

function environmentOf(stage: string): Record<string, string> {
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    POWERTOOLS_SERVICE_NAME: stage,
    POWERTOOLS_METRICS_NAMESPACE: 'DeferralWatch',
    // Without this Powertools prints to a console of its own, which no test sees; and with it no metrics, unless told.
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
  };
}
