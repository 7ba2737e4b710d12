import { describe, expect, test } from 'vitest';
import { directoryFor } from '../../../lambdas/core/knowledge/own-isps.ts';
import { createDirectory } from '../../../lambdas/core/receivers/directory.ts';
import { ISPS } from '../../../lambdas/core/receivers/isps.ts';
import { parseSettings } from '../../../lambdas/core/settings.ts';

const directory = createDirectory();

describe('byMx', () => {
  test.each([
    ['gmail-smtp-in.l.google.com', 'gmail'],
    ['aspmx.l.google.com', 'gmail'],
    ['aspmx2.googlemail.com', 'gmail'],
    ['ASPMX.L.GOOGLE.COM.', 'gmail'],
    ['hotmail-com.olc.protection.outlook.com', 'outlook'],
    ['eur.olc.protection.outlook.com', 'outlook'],
    ['contoso-com.mail.protection.outlook.com', 'microsoft-365'],
    ['contoso-com.a-v1.mx.microsoft', 'microsoft-365'],
    ['tenant.mail.protection.partner.outlook.cn', 'microsoft-365'],
    ['mta5.am0.yahoodns.net', 'yahoo'],
    ['mx-aol.mail.gm0.yahoodns.net', 'yahoo'],
    ['mx-att.mail.am0.yahoodns.net', 'yahoo'],
    ['mx1.mail.yahoo.co.jp', 'yahoo-japan'],
    ['mx01.mail.icloud.com', 'apple'],
    ['mx1.comcast.net', 'comcast'],
    ['mx00.emig.gmx.net', 'gmx'],
    ['mx-ha03.web.de', 'gmx'],
    ['mx00.kundenserver.de', 'gmx'],
    ['smtp-in.orange.fr', 'orange'],
    ['smtp-in.laposte.net', 'laposte'],
    ['smtp-in.sfr.fr', 'sfr'],
    ['mx1.free.fr', 'free'],
    ['mx00.t-online.de', 't-online'],
    ['mxs.mail.ru', 'mail-ru'],
    ['mx.yandex.ru', 'yandex'],
    ['163mx01.mxmail.netease.com', 'netease'],
    ['mx3.qq.com', 'qq'],
    ['mx1.naver.com', 'naver'],
    ['eu-smtp-inbound-1.mimecast.com', 'mimecast'],
    ['mxa-00169c01.gslb.pphosted.com', 'proofpoint'],
    ['mx1-us1.ppe-hosted.com', 'proofpoint'],
    ['d12345.ess.barracudanetworks.com', 'barracuda'],
    ['mx1.hc123.iphmx.com', 'cisco'],
    ['cluster5.us.messagelabs.com', 'symantec'],
    ['example.in.tmes.trendmicro.com', 'trend-micro'],
    ['mx-01-eu-west-1.prod.hydra.sophos.com', 'sophos'],
    ['mx1-oxsus.vadesecure.com', 'vade'],
    ['mailstore1.secureserver.net', 'godaddy'],
    ['route1.mx.cloudflare.net', 'cloudflare'],
  ])('%s is %s', (mx, isp) => {
    expect(directory.byMx(mx)).toBe(isp);
  });

  test.each(['google.com.evil.example', 'notgoogle.com', 'mygmx.net', '', '.', 'com', 'x'.repeat(100_000)])(
    'knows nothing of %.30s',
    (mx) => {
      expect(directory.byMx(mx)).toBeUndefined();
    },
  );
});

describe('byDomain', () => {
  test.each([
    ['gmail.com', 'gmail'],
    ['GoogleMail.COM', 'gmail'],
    ['hotmail.com', 'outlook'],
    ['hotmail.co.uk', 'outlook'],
    ['hotmail.fr', 'outlook'],
    ['live.nl', 'outlook'],
    ['msn.com', 'outlook'],
    ['outlook.com.br', 'outlook'],
    ['yahoo.co.uk', 'yahoo'],
    ['yahoo.fr', 'yahoo'],
    ['YMAIL.COM', 'yahoo'],
    ['aol.com', 'yahoo'],
    ['att.net', 'yahoo'],
    ['sbcglobal.net', 'yahoo'],
    ['sky.com', 'yahoo'],
    ['yahoo.co.jp', 'yahoo-japan'],
    ['btinternet.com', 'bt'],
    ['me.com', 'apple'],
    ['icloud.com.', 'apple'],
    ['comcast.net', 'comcast'],
    ['web.de', 'gmx'],
    ['mail.com', 'gmx'],
    ['wanadoo.fr', 'orange'],
    ['neuf.fr', 'sfr'],
    ['bk.ru', 'mail-ru'],
    ['126.com', 'netease'],
  ])('%s is %s', (domain, isp) => {
    expect(directory.byDomain(domain)).toBe(isp);
  });

  test.each(['mail.gmail.com', 'bücher.de', 'BÜCHER.DE', '', '__proto__', 'constructor', 'yahoo'])(
    'does not guess at %s',
    (domain) => {
      expect(directory.byDomain(domain)).toBeUndefined();
    },
  );
});

describe('byRollup', () => {
  test.each([
    ['hotmail.rollup/vmta1', 'outlook'],
    ['yahoo.queue/vmta1', 'yahoo'],
    ['yahoo.rollup', 'yahoo'],
    ['gmail.rollup/pool1', 'gmail'],
    ['Outlook.Rollup/VMTA1', 'outlook'],
    ['aol.rollup/x', 'yahoo'],
    ['yahoo2.rollup/x', 'yahoo'],
    ['gmail-eu.queue/x', 'gmail'],
    ['office365.rollup/{default}', 'microsoft-365'],
  ])('%s is %s', (queue, isp) => {
    expect(directory.byRollup(queue)).toBe(isp);
  });

  test.each(['gmail.com/vmta1', 'example.rollup/v', 'gmail/vmta', '', '/', 'constructor.rollup/x'])(
    'knows nothing of %s',
    (queue) => {
      expect(directory.byRollup(queue)).toBeUndefined();
    },
  );
});

describe('named', () => {
  test.each([
    ['gmail', ['gmail']],
    ['Google', ['gmail']],
    ['googlemail', ['gmail']],
    ['microsoft', ['outlook', 'microsoft-365']],
    ['hotmail', ['outlook']],
    ['outlook', ['outlook']],
    ['office365', ['microsoft-365']],
    ['aol', ['yahoo']],
    ['att', ['yahoo']],
    ['AT&T', ['yahoo']],
    ['icloud', ['apple']],
    ['t-online', ['t-online']],
    ['mail.ru', ['mail-ru']],
    ['web.de', ['gmx']],
    ['1&1', ['gmx']],
    ['symantec-cloud', ['symantec']],
    ['cloudflare-routing', ['cloudflare']],
    ['gmail.com', ['gmail']],
    ['yahoo.co.jp', ['yahoo-japan']],
    ['someone@hotmail.fr', ['outlook']],
    ['mta5.am0.yahoodns.net', ['yahoo']],
    ['mta5.am0.yahoodns.net (98.136.96.91)', ['yahoo']],
    ['mx1.example.com (192.0.2.1/mx1.example.com)', []],
    ['hotmail.rollup/vmta1', ['outlook']],
    ['other', []],
    ['', []],
    ['  ', []],
    ['nobody.example', []],
    ['constructor', []],
    ['__proto__', []],
  ])('%s is %j', (name, isps) => {
    expect(directory.named(name)).toEqual(isps);
  });
});

describe('the data', () => {
  test('gives every id once, and no MX suffix, domain or rollup to two providers', () => {
    for (const key of ['mx', 'domains', 'rollups'] as const) {
      const all = ISPS.flatMap((isp) => isp[key].map((name) => name.toLowerCase()));
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    }
    const ids = ISPS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(ISPS)('$id is written as it is compared, and sourced', (isp) => {
    expect(isp.id).toMatch(/^[a-z0-9][a-z0-9-]{0,40}$/);
    expect(isp.source).not.toBe('');
    for (const name of [...isp.mx, ...isp.domains]) expect(name).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    for (const domain of isp.domains) expect(directory.byDomain(domain)).toBe(isp.id);
    for (const suffix of isp.mx) expect(directory.byMx(`mx1.${suffix}`)).toBe(isp.id);
  });
});

describe('directoryFor', () => {
  test("puts the operator's own providers in front", () => {
    const settings = parseSettings(
      {
        isps: [
          {
            id: 'our-own',
            name: 'Our own',
            mx: ['.mx.example.net'],
            domains: ['gmail.com'],
            rollups: ['own'],
          },
        ],
      },
      'test',
    );
    const own = directoryFor(settings);
    expect(own.byMx('a.mx.example.net')).toBe('our-own');
    expect(own.byDomain('gmail.com')).toBe('our-own');
    expect(own.byRollup('own.rollup/v')).toBe('our-own');
    expect(own.named('our own')).toEqual(['our-own']);
    expect(own.byDomain('googlemail.com')).toBe('gmail');
  });
});
