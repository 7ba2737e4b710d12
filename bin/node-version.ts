import packageJson from '../package.json' with { type: 'json' };

/*
 * Says in one line that this Node is too old; otherwise the first function that it lacks would end in a stack trace. Many
 * Linux distributions ship Node 18. Import this before everything else.
 */
const needed = packageJson.engines.node.replace('>=', '');
if (isOlder(process.versions.node, needed)) {
  console.error(`error: deferral-watch needs Node ${needed} or later; this is Node ${process.versions.node}`);
  process.exit(2);
}

function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = than.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
