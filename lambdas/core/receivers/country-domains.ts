/**
 * The country domains of the giants. Microsoft's and Yahoo's consumer mail lives under one name in dozens of
 * top-level domains; a name here is followed by the ends under which that provider hands out mailboxes.
 */
const under = (name: string, ends: string): string[] => ends.split(' ').map((end) => `${name}.${end}`);

/** As commonly known, not checked name by name: the MX of a row decides before its domain. */
export const MICROSOFT_DOMAINS: readonly string[] = [
  ...under(
    'hotmail',
    'com ac as at ba bb be bg bi bm bo br bs ca cc ch ci cl co co.at co.hu co.id co.il co.in co.it co.jp co.kr ' +
      'co.ls co.nz co.pn co.th co.ug co.uk co.ve co.za com.ar com.au com.bo com.br com.cn com.co com.do com.ec ' +
      'com.hk com.kw com.lb com.mx com.my com.ng com.pe com.ph com.pl com.pt com.qa com.ro com.sa com.sg com.sv ' +
      'com.tr com.tt com.tw com.uy com.ve com.vn cr cz de dk ee es fi fr gr gs hk hr hu ie in is it jp kr la lt lu lv ' +
      'ly mn ms mu mw my net.fj ng nl no nu ph pl pn ps pt rs rw se sg sh si sk sn tn tr us uz',
  ),
  ...under(
    'live',
    'com at be bg ca cl cn co.hu co.in co.it co.kr co.uk co.za com.ar com.au com.co com.mx com.my com.pe com.ph ' +
      'com.pk com.pt com.sg com.ve cz de dk ee es fi fr gr hk hu ie in it jp lt lv mt mx my nl no ph pl pt ro rs ru ' +
      'se sg si sk tr us vu',
  ),
  ...under(
    'outlook',
    'com at be bg bz ca ch cl co co.id co.il co.jp co.nz co.th co.uk co.za com.ar com.au com.br com.es com.fr com.gr ' +
      'com.hr com.mx com.my com.pe com.ph com.pl com.pt com.tr com.ua com.vn cz de dk es fr gr hu ie in it jp ' +
      'kr la lv my ph pt ro sa se sg sk',
  ),
  ...under('msn', 'com cn co.uk nl se'),
  ...under('windowslive', 'com es'),
  'passport.com',
  'passport.net',
  'webtv.net',
  'livemail.com',
  'hotmail.msn.com',
];

/** yahoo.co.jp is not among them: it is another company with mail servers of its own. */
export const YAHOO_DOMAINS: readonly string[] = [
  ...under(
    'yahoo',
    'com ae at be bg ca cl cm co.hu co.id co.il co.in co.ke co.kr co.nz co.th co.uk co.za com.ar com.au com.bo com.br ' +
      'com.cn com.co com.cr com.dk com.do com.ec com.es com.fr com.hk com.hr com.mx com.my com.ng com.ni com.np com.nz ' +
      'com.pe com.ph com.pk com.pl com.pr com.py com.sg com.sv com.tr com.tw com.ua com.uy com.ve com.vn cz de dk ee es ' +
      'fi fr gr hk hu ie in it jo kr li lt lu lv net nl no pl pt ro rs ru se sg si sk',
  ),
  ...under('ymail', 'com'),
  ...under('rocketmail', 'com'),
  'y7mail.com',
  'yahoomail.com',
  'yahooxtra.co.nz',
  'xtra.co.nz',
  'myyahoo.com',
  'geocities.com',
  ...under(
    'aol',
    'com at be ch cl co.nz co.uk com.ar com.au com.br com.co com.mx com.tr com.ve cz de dk es fi fr hk hu in it jp kr nl pl ' +
      'ru se tw',
  ),
  'aim.com',
  'netscape.net',
  'netscape.com',
  'cs.com',
  'compuserve.com',
  'wmconnect.com',
  'love.com',
  'games.com',
  'wow.com',
  'goowy.com',
  'verizon.net',
  'frontier.com',
  'frontiernet.net',
  'sky.com',
  'rogers.com',
  'nl.rogers.com',
  'att.net',
  'ameritech.net',
  'bellsouth.net',
  'currently.com',
  'flash.net',
  'nvbell.net',
  'pacbell.net',
  'prodigy.net',
  'sbcglobal.net',
  'snet.net',
  'swbell.net',
  'wans.net',
  'worldnet.att.net',
];
