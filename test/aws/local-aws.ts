import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, openSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { until } from './until.ts';

const execute = promisify(execFile);
const EMULATOR = 'ministack==1.5.33';

/** A local AWS that is running. */
export interface LocalAws {
  pid: number;
  /** What the SDK and the CDK need to talk to it. */
  environment: Record<string, string>;
  /** Ends it, and the functions that it has started. */
  stop(): Promise<void>;
  /** The end of what it has written. */
  log(): string;
}

/** The emulator in a virtual environment of this project, installed where it is not there; or what is missing. */
export async function findEmulator(venv: string): Promise<{ path: string } | { missing: string }> {
  const path = join(venv, 'bin/ministack');
  const python = join(venv, 'bin/python');
  try {
    await execute('python3', ['-c', 'import venv, ensurepip']);
  } catch {
    return { missing: 'it needs python3 with venv (Debian, Ubuntu: apt-get install python3-venv).' };
  }
  try {
    if (!existsSync(python)) await execute('python3', ['-m', 'venv', venv], { timeout: 120_000 });
    if (!(await isInstalled(python))) {
      await execute(python, ['-m', 'pip', 'install', '--quiet', EMULATOR], { timeout: 300_000 });
    }
  } catch (failure) {
    return {
      missing: `${EMULATOR} could not be installed: ${failure instanceof Error ? failure.message : ''}`,
    };
  }
  return { path };
}

async function isInstalled(python: string): Promise<boolean> {
  const [name, version] = EMULATOR.split('==');
  const question = `import importlib.metadata as m; print(m.version('${name}'))`;
  return execute(python, ['-c', question]).then(
    ({ stdout }) => stdout.trim() === version,
    () => false,
  );
}

/**
 * Starts the emulator on a free port, with an environment of its own: its functions inherit it. With TLS it also
 * enforces what roles and policies allow, so that a missing grant fails a test; without openssl it does not.
 */
export async function startLocalAws(emulator: string, work: string): Promise<LocalAws> {
  for (const folder of ['home', 'tmp']) mkdirSync(join(work, folder));
  const [port, tls] = await Promise.all([freePort(), createCertificate(work)]);
  if (!tls) console.log('openssl was not found: permissions are not enforced in this run');
  const logFile = join(work, 'emulator.log');
  const output = openSync(logFile, 'w');
  const server = spawn(emulator, {
    stdio: ['ignore', output, output],
    env: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      HOME: join(work, 'home'),
      TMPDIR: join(work, 'tmp'),
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
      LAMBDA_EXECUTOR: 'local',
      ...(tls && {
        AUTH: 'true',
        USE_SSL: '1',
        MINISTACK_SSL_CERT: tls.certificate,
        MINISTACK_SSL_KEY: tls.key,
        NODE_EXTRA_CA_CERTS: tls.certificate,
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      }),
    },
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const log = (): string => readFileSync(logFile, 'utf8').slice(-10_000);
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    const timer = setTimeout(() => server.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
  };
  try {
    await until('the local AWS is ready', 30, () => accepts(port));
  } catch (failure) {
    await stop();
    throw new Error(`the local AWS did not start:\n${log()}`, { cause: failure });
  }
  const certificate = tls && { NODE_EXTRA_CA_CERTS: tls.certificate, AWS_CA_BUNDLE: tls.certificate };
  const environment = { AWS_ENDPOINT_URL: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, ...certificate };
  return { pid: server.pid!, environment, stop, log };
}

async function createCertificate(work: string): Promise<{ certificate: string; key: string } | undefined> {
  const [certificate, key] = [join(work, 'certificate.pem'), join(work, 'key.pem')];
  const request = '-x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1'.split(' ');
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'basicConstraints=critical,CA:FALSE'];
  return execute('openssl', ['req', ...request, ...names, '-keyout', key, '-out', certificate]).then(
    () => ({ certificate, key }),
    () => undefined,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
