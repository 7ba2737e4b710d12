/**
 * Public names that carry meaning in a reply and identify nobody: mailbox providers, filtering services,
 * blocklists and help sites. A host name under one of them is cut to it; every other host name goes.
 */
const KEPT_NAMES: ReadonlySet<string> = new Set(
  (
    'google.com gmail.com googlemail.com yahoo.com yahooinc.com yahoodns.net aol.com outlook.com live.com ' +
    'hotmail.com microsoft.com office.com office365.com msn.com apple.com icloud.com me.com mac.com comcast.net ' +
    'xfinity.com cox.net spectrum.net charter.net rr.com orange.fr wanadoo.fr laposte.net sfr.fr free.fr gmx.net gmx.com ' +
    'gmx.de web.de 1and1.com 1und1.de ionos.com mail.com t-online.de telekom.de bt.com btinternet.com mail.ru ' +
    'yandex.ru yandex.com yandex.net 163.com 126.com netease.com qq.com naver.com att.net verizon.net earthlink.net ' +
    'mimecast.com proofpoint.com pphosted.com barracuda.com barracudanetworks.com barracudacentral.org cisco.com ' +
    'senderbase.org talosintelligence.com ironport.com symantec.com symanteccloud.com messagelabs.com broadcom.com ' +
    'trendmicro.com mail-abuse.com mail-abuse.org sophos.com vadesecure.com cloudflare.com godaddy.com ' +
    'secureserver.net spamhaus.org spamhaus.com spamcop.net sorbs.net uceprotect.net surbl.org uribl.com ' +
    'abusix.com abusix.zone spamrats.com invaluement.com cloudmark.com cloudfilter.net mailspike.net mailspike.org ' +
    'backscatterer.org abuseat.org psbl.org surriel.com dnswl.org njabl.org manitu.net nixspam.net junkemailfilter.com ' +
    'hostkarma.com trustedsource.org mcafee.com fortinet.com fortiguard.com openspf.org openspf.net dmarc.org dkim.org ' +
    'dmarcian.com kpn.com kpnmail.nl ziggo.nl libero.it virgilio.it telenet.be proximus.be virginmedia.com ' +
    'seznam.cz wp.pl onet.pl interia.pl o2.pl zoho.com fastmail.com protonmail.ch proton.me ovh.com ovh.net ' +
    'rackspace.com emailsrvr.com ietf.org rfc-editor.org greylisting.org postfix.org exim.org sendmail.org senderscore.org ' +
    'senderscore.com returnpath.com returnpath.net validity.com isphuset.no bluehost.com mailchannels.net mailchannels.com ' +
    'spamexperts.com antispamcloud.com solarwinds.com n-able.com mxtoolbox.com abuse.ch blocklist.de rbl.jp ' +
    'rfc-clueless.org rfc-ignorant.org sky.com docomo.ne.jp ezweb.ne.jp pobox.com cr.yp.to develooper.com ' +
    // Whose first label says which list of its owner, or which of its services, speaks.
    'dbl.spamhaus.org dbl.dq.spamhaus.net spamhaus.net rhsbl.sorbs.net ers.trendmicro.com csi.cloudmark.com ' +
    'csi.mimecast.org ipcheck.proofpoint.com spf.pobox.com'
  ).split(' '),
);

/** The longest public name that a host name belongs to, if any: `zen.spamhaus.org` → `spamhaus.org`. */
export function keptNameOf(host: string): string | undefined {
  const labels = host.split('.');
  for (let from = Math.max(0, labels.length - 4); from < labels.length - 1; from += 1) {
    const name = labels.slice(from).join('.');
    if (KEPT_NAMES.has(name)) return name;
  }
  return undefined;
}
