import { RowKernel } from './row-kernel.ts';
import { TEXT } from './shared/memory-map.ts';

/** Kernels that nobody uses: making one costs more than counting a small file. */
const idle: RowKernel[] = [];

/** Works with a kernel that knows nothing and has room for so many bytes of text. */
export async function withKernel<Output>(
  textBytes: number,
  work: (kernel: RowKernel) => Promise<Output>,
): Promise<Output> {
  const found = idle.findIndex(({ textEnd }) => textEnd - TEXT >= textBytes);
  const kernel = found === -1 ? new RowKernel(textBytes) : idle.splice(found, 1)[0]!;
  try {
    return await work(kernel);
  } finally {
    kernel.forgetAll();
    idle.push(kernel);
  }
}
