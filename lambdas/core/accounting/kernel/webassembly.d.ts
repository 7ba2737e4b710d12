/** The part of WebAssembly's interface that is used here; TypeScript declares it only for browsers. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  const Module: new (bytes: Uint8Array) => Module;
  /** Sizes in pages of 64 KiB. */
  const Memory: new (size: { initial: number }) => Memory;
  const Instance: new (module: Module, imports: Record<string, Record<string, unknown>>) => Instance;
}
