/** Seconds of processor time that this process took since `process.cpuUsage()` gave `started`. */
export function cpuSecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
