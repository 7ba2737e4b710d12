/** One run of a use case: a Lambda invocation that may be ended at any step. */
export interface Execution {
  name: string;
  ended: boolean;
}

/** What happens to a request on its way. */
export type Fate =
  | 'done'
  /** Refused before it had any effect. */
  | 'throttled'
  /** Done, but the answer is an error. */
  | 'failed-after'
  /** Done, the answer lost; the SDK sends it again by itself and gets the second answer. */
  | 'sent-twice';

interface Step {
  execution: Execution;
  apply: () => unknown;
  resolve: (value: unknown) => void;
  reject: (failure: unknown) => void;
}

/** What a request fails with where its fate is a failure. */
class InjectedError extends Error {
  override readonly name = 'InjectedError';
  readonly $metadata = { httpStatusCode: 500 };
}

/**
 * Holds every request that any execution has sent, until the world decides which of them is next and what
 * becomes of it. Between two decisions all code runs until it waits for a request again.
 */
export class Scheduler {
  private readonly steps: Step[] = [];

  get waiting(): number {
    return this.steps.length;
  }

  /** A request of an execution; its effect takes place, whole, when its turn comes. */
  request<Output>(execution: Execution, apply: () => Output): Promise<Output> {
    return new Promise<Output>((resolve, reject) => {
      this.steps.push({ execution, apply, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  /** Lets one of the waiting requests happen, and the code behind it run on. */
  async next(which: number, fate: Fate): Promise<void> {
    const [step] = this.steps.splice(which % this.steps.length, 1);
    if (!step) throw new Error('nothing is waiting');
    // A request of an ended execution still arrives; there is nobody left to hear the answer.
    const { resolve, reject } = step.execution.ended ? DEAF : step;
    if (fate === 'throttled') reject(new InjectedError('throttled'));
    else answer(step.apply, fate, resolve, reject);
    await codeWaits();
  }

  /** Whether a request of an execution is still under way. */
  isWaiting(execution: Execution): boolean {
    return this.steps.some((step) => step.execution === execution);
  }

  /** Ends an execution where it stands; of its requests under way each arrives, or is lost. */
  end(execution: Execution, arrives: (index: number) => boolean): void {
    execution.ended = true;
    const left = this.steps.filter((step, index) => step.execution !== execution || arrives(index));
    this.steps.splice(0, this.steps.length, ...left);
  }
}

const DEAF = { resolve: (): void => {}, reject: (): void => {} };

function answer(
  apply: () => unknown,
  fate: Fate,
  resolve: (value: unknown) => void,
  reject: (failure: unknown) => void,
): void {
  try {
    let output = apply();
    if (fate === 'sent-twice') output = apply();
    if (fate === 'failed-after') reject(new InjectedError('failed after it was done'));
    else resolve(output);
  } catch (failure) {
    reject(failure);
  }
}

/** Resolves when all code that can run has run. */
export function codeWaits(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
