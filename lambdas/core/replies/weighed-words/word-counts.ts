/**
 * How many labelled texts of each category hold a word, by the letter of the category (a is the first of CATEGORIES);
 * `#4`, `#450`, `#.7` and `#.7.1` are codes. Written by `npm run generate`.
 */
export const WORD_COUNTS = `
#.0 d6 e1 f5 g6 h7 i1 j22
#.0.0 d5 f3 g6 h7 i1 j22
#.0.1 d1 f2
#.0.2 e1
#.1 a31 b2 c6 d37 e11 f123 g2 h308 i5 j39
#.1.0 a22 b2 c2 d15 e10 f8 g1 h15 i2 j13
#.1.1 a8 c2 d15 f1 h237 i2 j20
#.1.10 h8
#.1.2 f7 h32 j1
#.1.20 g1
#.1.3 d1 h7
#.1.4 h1
#.1.5 h1
#.1.6 h6
#.1.7 f24 h1 i1
#.1.8 c2 d6 e1 f83 j5
#.1.90 a1
#.16 c7 d1 g1 i1 j10
#.16.1 j4
#.16.4 c1 d1 g1 j3
#.16.5 j3
#.16.50 c1 i1
#.16.55 c5
#.2 a72 b6 c17 d22 e3 f6 g40 h308 i61 j44
#.2.0 a14 c11 d9 e3 g22 h26 i52 j19
#.2.1 a53 b5 c6 d11 f5 g5 h129 i6 j22
#.2.122 a5 h3
#.2.2 b1 g2 h148 i3 j3
#.2.252 f1
#.2.3 d2 g11 h1
#.2.5 h1
#.3 a55 b94 c12 d39 e2 f21 g33 h15 i31 j679
#.3.0 a8 c9 d13 e2 f16 g6 h6 i13 j380
#.3.1 a11 d2 g1 j57
#.3.111 j1
#.3.2 a34 b92 c3 d21 f2 g1 h8 i16 j200
#.3.3 d2
#.3.4 a2 b2 d1 f2 g25
#.3.5 f1 h1 i2 j41
#.4 a33 b50 c6 d14 e15 f32 h85 i6 j371
#.4.0 d3 e4 f7 h9 i3 j53
#.4.1 b1 d6 f5 h20 j77
#.4.12 f1 h2 j2
#.4.14 h2 j1
#.4.2 a16 b6 h1 j123
#.4.22 j4
#.4.23 j2
#.4.28 j4
#.4.3 e11 f6 h3 j23
#.4.310 h1
#.4.312 j1
#.4.317 f2 h1 j2
#.4.395 j2
#.4.397 j1
#.4.4 f4 h18 j12
#.4.5 a15 b42 c6 d4 f1 h1 i2 j38
#.4.6 a1 d1 f2 h22 j6
#.4.62 f4 h3 j5
#.4.7 a1 b1 h2 i1 j15
#.5 a72 b9 c8 d28 e5 f104 g7 h30 i4 j51
#.5.0 a6 b1 c2 d17 e5 f17 g5 h8 j33
#.5.1 a5 b4 c1 d7 f41 h8 i2 j8
#.5.127 a1
#.5.2 a2 b2 f27 g2 h2 j1
#.5.3 a58 b2 c2 d2 f7 h12 j7
#.5.4 c3 d2 f12
#.5.7 i2 j2
#.6 f9 g47 h1 j4
#.6.0 f7 g40 h1 j4
#.6.1 g2
#.6.2 f2 g2
#.6.211 g2
#.6.9 g1
#.7 a350 b127 c584 d854 e333 f471 g357 h196 i258 j276
#.7.0 a112 b101 c213 d91 e44 f140 g39 h6 i27 j114
#.7.1 a193 b15 c243 d687 e109 f235 g300 h166 i229 j120
#.7.10 f5
#.7.105 d1
#.7.11 d1 f1 j1
#.7.124 h1
#.7.13 h1
#.7.133 d2 h4
#.7.17 h5
#.7.193 h1
#.7.2 c8 d17
#.7.20 e11
#.7.23 e19 f4
#.7.230 f2
#.7.232 a1
#.7.233 a1
#.7.24 e14 j2
#.7.25 e1 f35
#.7.26 e75 j1
#.7.27 e8 f2
#.7.28 a25 c58 d3 g6 h1
#.7.29 e1 f5
#.7.3 a6 d2 e2 f11 g3 h8 i2 j10
#.7.30 e7 f1
#.7.32 e8
#.7.320 f1
#.7.4 d1 f3
#.7.40 e3
#.7.5 e5 f7 j5
#.7.500 a5 c16 d4 j18
#.7.501 c3 d5 g1
#.7.506 f1
#.7.507 d1
#.7.508 a1
#.7.509 e3
#.7.51 d1 f1
#.7.510 d1 f1
#.7.511 c1 d5
#.7.512 g1
#.7.513 d1
#.7.514 d1
#.7.515 e12
#.7.54 h1
#.7.550 c2 d1
#.7.57 f2
#.7.6 f1
#.7.60 f2
#.7.606 c3 d12
#.7.64 f2 h2
#.7.650 a1 c21
#.7.651 c12
#.7.652 b11
#.7.66 f5 j1
#.7.7 a4 c1 d4 g3
#.7.700 j3
#.7.708 c2 d8
#.7.750 d2
#.7.8 e1 f4
#.7.850 c1
#.7.9 a1 d2 e10 g4 j1
#.7.900 d1
#.9 g1
#.9.9 g1
#4 a1080 b727 c684 d643 e180 f815 g89 h670 i721 j2716
#400 b1 g2 i1 j6
#401 h1
#403 f2 j1
#406 h1
#417 e6 j1
#420 a1 h4 j10
#421 a439 b639 c483 d404 e65 f372 g22 h65 i112 j1188
#422 a1 h12 i5 j7
#423 f1 h1 j1
#425 j1
#426 j2
#427 h1 j1
#430 d2
#431 f2 g1 j1
#432 a6 b14 h6 j14
#436 f2
#441 j7
#442 j1
#447 j1
#450 a308 b34 c58 d122 e31 f216 g13 h259 i254 j233
#451 a170 b24 c138 d86 e72 f170 g46 h120 i321 j1090
#452 a136 b13 c2 d12 f9 g5 h172 i8 j114
#453 d4 h2 i4 j2
#454 a13 b2 c3 d11 e6 f35 h19 i11 j34
#455 a3
#456 h5
#457 i2
#460 a2
#470 a1
#472 f3 i3
#474 f3 h1
#476 d2
#498 h1 j1
#5 a108 b15 c479 d1648 e443 f852 g1057 h1259 i3 j64
#500 d2 f11 g6 h5 j1
#501 c2 d8 e1 f48 g1 h10
#502 d1 e1 f4
#503 d2 e1 f32 h4 i1 j2
#504 a1 f13 h2
#505 a1 h1
#510 d1 g3 h1
#511 h5
#513 h1
#517 e1 f1
#521 c4 d30 f2 g2 h3
#523 f3 g1
#525 h1
#530 e2 f41 h1
#534 g1
#535 f8
#538 f2
#540 d1 h3
#541 c1 d7 g5 h1
#542 d1
#543 d2 g3
#550 a80 b12 c292 d995 e392 f484 g599 h901 i2 j22
#551 d6 f4 g3 h16
#552 a5 c1 d3 e1 f3 g100 h105
#553 c18 d83 e9 f59 g19 h50
#554 a20 b3 c157 d486 e33 f129 g304 h137 j38
#555 f2
#556 a1 d1 e1 f3 h7 j1
#557 g1
#558 h1
#570 d1 e1 f1 g1
#571 c4 d16 f2 g6 h3
#585 h1
#591 d1
#597 d1 g2
*texts a1195 b743 c1176 d2300 e626 f1673 g1149 h1934 i728 j2793
*words a13561 b7525 c17857 d26511 e8873 f17290 g11637 h19556 i7087 j24658
100th a1
<address> a60 b3 c44 d173 e23 f135 g43 h454 i103 j95
<host> a37 b62 c94 d202 e122 f148 g42 h84 i29 j160
<https://secureserver.net/help/<id> b1
<id> a112 b34 c176 d213 e77 f101 g110 h116 i25 j147
<ip> a108 b82 c374 d523 e80 f195 g38 h42 i49 j68
<n> a165 b70 c158 d183 e21 f127 g170 h143 i246 j280
<name> a7 c2 d21 e9 f30 g5 h30 i4 j18
<url> a107 b24 c360 d545 e114 f106 g125 h100 i67 j40
a a83 b30 c61 d109 e34 f131 g73 h107 i40 j47
a-data f3 h1
aaaa f8
abc c1 d5 e1 h1
abc-def g1
abcdef h1
abgewiesen g1
abilitato h1
able a27 f1 h26 j4
abnormal a1 c1
abnormally j2
aborted a9 b1 c2 d4 f2 g1 h8 i4 j39
about a5 b3 c16 d4 e17 f5 h2 i1 j13
above a5 c1 h1
abriu b1
abruptly j1
absender e1 f1
absenderadresse f2
absenderdomain f2
absenderreputation c1
absent g2
abus c6 d4
abuse c20 d33 f1 g7 h7
abuseat d1
abusive c4 d4
abusix c2 d3 g1
abusixip d1
acao i1
accept a9 b2 c3 d24 e1 f19 g9 h17 i1 j26
acceptable d3 f2 g2
acceptance c1 i1
accepted a2 b1 c6 d59 e28 f10 g27 h11 i12 j6
accepting a1 b1 d13 g2 h3 j29
accepts d3 h11 j1
acces d2
acceso d2
access a9 b1 c42 d125 e19 f33 g8 h50 i1 j4
accesso d1
account a8 d17 e2 f32 g1 h140 j4
account's g1
accounts d1 f2 h1
accpet g1
accumulated c1
aceitar j1
acesso d2
achieve e1 f3 j2
achieved a2 g4
acl c2 d11 j1
actif i1
action a11 b1 c7 d29 e2 f15 g3 h32 i16 j32
activated d1 f5 h3 i1
activation d1 f4 h1
active b4 c2 d12 h16 i13 j10
activity a1 c4 d6 h5
actor c1 d1
actual j1
add d1 e3 f6 g1
added i1
additional a24 h21
addres d2
address a50 b30 c94 d162 e42 f209 g12 h302 i101 j59
address-to-name f1
addressed h1
addressee h5
addressee's h1
addresses a4 c16 d10 f4 g3 h10 j4
addressing f1 h1
adequate j1
admin a3 b4 c11 d7 f1 j2
administracyjnie h1
administrative d13 g2
administratively d5 h1
administrator a1 c1 d16 e19 h3 j4
admins a1 c2 d2
adr h6
adres d4
adresa d1 h1
adresiniz d2
adress d2 f1 h2
adressat h2
adresse a1 b4 c5 d16 f1 h8
adresu b3 c2 d1
adresy b1
advertisement g2
advertising g1
afin d1
after a3 b2 c1 d3 e1 f5 h4 i18 j24
again a158 b82 c67 d47 e13 f29 g15 h66 i186 j356
against c2 d2
age c2 h1
agent c13 d11 j10
aggressive a1
ago c2 d1 h1 j1
agotado j1
agree f2
agreed a2
agt c13 d10
ahead h1
aisp d1 g1
aktiv i3
aktualisieren f1
alcanzado a1 b2
alert f1
alias f1 h16 j3
aliases j1
aligned e10
alignment e6
alive j1
all a1 b9 c14 d31 e41 f12 g1 h9 j28
alla h1
allocate j8
allocation g1 h2
allotment a1
allotted a3 h1
allow a6 b1 d5 e1 f1 h2
allowable a1 b2 f1 j3
allowance a5 b2
allowed a28 b15 c10 d85 e31 f33 g35 h36
allowed-senders h1
allowlists d1
allows b1
almost j1
already a1 b11 f3 g1 h2 j2
als a1 g9
also a5 c12 d32 f1
alternate c16 d3 f4 j6
alternative f1 g2
although h1 j1
alumni d1 h1
always i1
am f1 i1 j1
amavis j3
amavisd j1
amavisd-new j4
ambiguous h4
among c1
amount a6 c27 d1 f3 g23
amounts a2 f1 g1
an a28 b7 c99 d33 e6 f23 g11 h9 i4 j18
analysis d2 g2 j3
analyzed d2 h1
and a34 b2 c25 d60 e41 f43 g33 h17 i12 j7
anderen h1
anexo g2
anhang g2
annahme d1
annoy c1
anonymous f2
another b1 d3 f2 h10 i6 j7
anslutningar b1
anstoessige g1
answer e3 f4 j20
answered f1 j1
answering j4
answers f1 h1
anti g1
anti-abuse d1
anti-smuggling f1 g1
anti-spam c6 d25 g10 i7 j1
anti-spoofing d6 e5
anti-troyan c1 d2
anti-virus j2
antispam c8 d13 f1 g16 i5 j2
antispam-system d1
antispam_bat a1 c2 d1 e1 g1
antivirus j8
antyspamowy g1
anvandaren h1
any a3 f2 h8 j4
anyone f1
anzahl a1 b2
ao a2 j2
aol c2 d3 g2 h1 j19
apache h1
apagando j1
aperte b2
api f1 j2
apologise i1
apos a2
appears c1 d5 f1 g10
append j1
appliance d2 j1
application a1 g1 j1
applied c1 e1
applies d1
apply a1 h1
appropriate f1
approval f1
approved d8 f1 h1
ar d1 e2 g1 j2
arc e4
archive g3 j1
archived h3
archivee h3
archives g3
are a63 b26 c35 d89 f36 g39 h47 i20 j37
aren't h1
argument f7
arguments f1 h1
ariza j1
arrive b1
arrived j1
arrives a1
arriving a3
article a1 f1
as a9 b2 c22 d44 e8 f17 g62 h28 i14 j3
asildi a1
asimi j1
ask c16 d16 g1
asked i1
asking d1 h1 i1 j1
asks e2
asleep h1
asn d3
assign j1
assigned c1
assistance c3 d9
associated h2 j1
at a48 b26 c14 d49 e8 f11 g9 h53 i1 j84
atencao a2
atingiu a3 h1
atlas g1
att d7
attach g1 j1
attached g2
attachment d1 g51 j2
attachments g13 h3
attack c5 d4 j3
attacks d1 g1
atteint b3
atteinte g3
attempt g1 h1 i7 j1
attempted f4 h1 j6
attempting c2 d2 f1 h1 j2
attempts a5 b2 c1 d3 e1 f17 h3
attiva i1
attr1 j4
attr11 j2
attr12 h1
attr14 h1
attr17 j6
attr18 j1
attr2 j3
attr34 h2 j1
attr35 f4 h3 j5
attr38 a1 f2 h7 j5
attr5 h8
attrbl d1
attribution j2
au h4
audit d3
auf d3 h4
aufgetreten j1
auflosbar f1
aug c1 d1
aup a6 b12 c2 d20 e2 f4 g2 j3
auth d3 e2 f8 h1 j8
authenticate e39 f6 j3
authenticated d3 e12 f5 h4
authentication a5 d9 e97 f74 h11 j29
authentication-results e1
authentications f2
authentification e2 f3
author e1
author's e1
authorised d4 e3 f1
authority g1
authorization d1 e1 f2 h1
authorized c2 d30 e14 f11 h3 i5
authors g1
authrequired h1
auto_client c2 d2
automated c1 d1 g1
automatically c2 d6 g6 h1 j1
autorise a1 d1
autorisee d1 e1 g2
autorizado d2
autorizza e1
aux h3
av j5
available a5 b10 c6 d29 f34 h15 j102
avast b1
average j3
avez a1 b1
avoid d1
awaiting f1 g1
away c4 d16 h3 j3
az d1
azlin b1
b d1
b1 c2 d1 f1 g2
back a4 b2 c2 d1 f7 g1 h1 i41 j21
backend g1 h3 j28
backends j1
backing a2
backlog a1
backup j1
bad c35 d14 e16 f68 g8 h10 j7
bad_recipient h1
badhelo d1 f1
badiprbl d1
badly c1
badmailfrom d4
badrcptto h1
baglanti b1 j2
bagli j1
baixa c1
baja c1
baked j1
ban d7
bandwidth a1
banndmx d1
banned b1 c5 d55 f2 g9 h1 j1
banner f7
banni d1
bare f8 g3
barracuda c5 d10 g2 h1
barracudacentral d5
barred d1
base j1
based c2 d11 e3 g1
basligi f1
batch a1 j1
batv d1 e1 f1
bayes g5
bayesian g1
baza j1
bbspamreject g1
bd d1
be a41 b2 c37 d87 e14 f53 g28 h76 i18 j64
beam a1
because a6 b2 c23 d44 e54 f11 g21 h16 i3 j15
been a28 b5 c197 d95 e68 f29 g61 h34 i16 j9
before a1 b1 c1 e1 f21 g4 h1 i9 j3
begriffe g1
behalf e1
behaving c1
behavior c1
behaviour a2 c7 d1 e1 g1
bei d1
beim j1
being a31 b1 c7 d5 f1 h30 i4 j8
bekannt h1
believe c17 d5 e1 g2
bellsouth c1 d2
belong a1 f3 h7 j5
belongs c1 d1
below c5 d1 f1
belso j1
benutzer h8
berechtigt d1
bericht g1
beschikbaar j1
best c18 d1 e18 g10 h1 j1
best-preference h1 j1
bestaat h3
better a3
between f2 h2
beyond a1
bezig j1
bezoek d1
bf g4
bfcommit j6
bfd e1
big g13
bigger g2
bigpond b2 f1
bin d1 j5
binary g2
bind j3
bir h1
birakildi j1
bit a2 j2
bitte a2 d1 i10 j5
bizsmtp b7 c4 d6 f1 h1
bl c8 d18 h1
bl21 c2 d6
bl23 d1
black c4 d22 g3
blackholed d1
blacklist c3 d26 g1 h2 j2
blacklisted a1 c9 d89 f11 g8 h6
blacklisting h2
blacklistis d1
blad j3
blame j1
blanca d1
blank a1 d1 f1 g2 h1
ble j1
blew j1
bli d2
blksndr d2 i4 j3
blob j1
bloccato d4 h1
block a2 c18 d89 e1 g2 h3
block-rcpt d1 h1
block-send-er d2
blocked a14 b11 c135 d425 e52 f28 g89 h23 i5 j6
blocking d5 g1 h3
blocklist c2 d11 g2 j2
blocklisted d1
blocklisting d1
blocklists d1 j1
blocks d1 h5
blokeeris d1
blokovana d1
bloque c1 d3 h2
bloqueada d6
bloqueado c1 d7
bloquee c4 d15
bloques d1
blu d2
bm d1 g1
body d1 e2 f2 g27 h3 j2
bogofilter g2
bogus d1 f4 h1
boite h16
bomb a13 g2 h1
bombing a1
book h1 j1
both e7
bounce c3 d2 f8 g1 h1 j1
bounced a1 d3 g3 h8 j1
bounces c5 d2 f8
bound g1
boundary g3
box d3 h6
boyle h1
brak f1
breaches g2
breaker j1
bridge b1
broke j3
broken e4 f2 g2 j2
brugeren h1
brute d1
brutt j1
btinternet h1
bucket a2 j1
budget a2
buffer f1 j2
bug j1
built a1 c1
bulk a14 c68 d4 e13 f5 g15
bulkmail g1
bulunamadi h1
burst a5
bursts c1
busy a6 b12 c17 d4 f1 h12 i2 j161
but d3 e6 f9 h6 j12
buzon h6
bxpe c1 d4 j4
by a15 b10 c44 d273 e26 f15 g91 h68 i22 j33
bye c1 d3 f5 h1 j7
byla g1
bypass d1
bypassing d1
bytes g4 h1 j1
c c1 d1 j1
ca f1
cached f1 h1
caixa h2
call c1 d2 h7 i1 j3
call-ahead h1
call-forward h1
callback f7
called h1
callforward h2
calling j1
callout f12 h9 i2 j4
calm b1
campaign g1
can a22 c17 d40 f2 h5 j5
can't a2 e1 f2 g2 h4 j23
cancelled h1
cannot b2 c1 d5 e3 f71 g6 h37 i2 j87
cap a6 b3
capacity b3 g1 h1 j9
capped a1 b1
capture j1
carcel d1
carries a1 g2
carry a1 e1
case f2 g6 i1 j1
casella h4
casilla h1
cattiva c1
caught d1 g1
cause h1
caused c1
cauza j1
cbpolicyd a1
cc f1 g4
ccl a1 d1 f1
ccrt b1 c4 d4 j6
cdrbl d3
ce d1 h1 i1
ceiling a4 b4
cel f2
center j1
centre j1
cert f1 h1
certain g1
certificata h1
certificate f12 j1
cet d3
cette a1 h4
cf f1
cf_upstream j1
ch d1 j1
chain e2
challenge d1 h1 i4
change f2 g1 i2 j1
changed e1 f1
channel a6 b24 c1 d1 f5 j45
channels b7
chaos j1
chapps e1
character g2 h1
characteristics c2
characters f4 g6 h3
charge j2
chars f4
charset g1
charter c1 d9 f1
chdir h2 j4
check a1 c3 d15 e45 f24 g5 h23 i1 j33
checked f1 j4
checker j2
checking e5 f1 i1 j4
checks e20 f1 g4 j2
cheia h1
chic b1 j7
child j6
children j1
chinese g1
chkuser a1 d1 f3 h12 j2
chwilowo j1
chyba j1
chyby j1
ci-dessous d1
cime d1
cinza i1
cipher f2
circles h2
circling h1
circuit j1
ck j1
claimed f1
claims f1
clamav g3
clamav-milter j1
clamd j1
clamdscan j1
clarify c6 d13
class g2 j1
classe g1
classification g3 j1
classified c2 d1 g20
clean d1
clear h1
cleared d1
click a1 d2
client a30 b26 c48 d173 e2 f82 g2 h2 i14 j32
clients b11
clientsubmit b2 j1
cliquer d1
close b3
closed a5 b5 c3 d20 f4 h19 j24
closes b1 j2
closing a12 b31 c20 d14 f30 g1 h1 i1 j112
cloud d5
cloudfilter b2 c1 d2
cloudflare j1
cloudmark b1 c6 d11 g2
clsid g3
cluster j6
cmsmtp a1 b9 c2 d14
cn f1 j1
cname f2 j3
cnct b2 d1
co i1
code c3 d3 e1 f5 g8 h1 j14
codes b6 d3
cok b1
cold c1
collect j10
collected f1 g2
com a19 b20 c64 d66 e3 f17 g5 h56 j98
combination i1
combinations f3
comcast a1 c2 d11 f3
come a1 b4 c1 d1 e1 f4 g3 i47 j23
coming a1 d1
command a19 b6 c9 d32 e7 f89 g17 h55 i21 j62
commande f1
commandes f1
commands a5 b3 d1 e1 f34 j3
comme g4
commercial g1
communicate j2
communicating j2
community c1 d2 g4
como g2
company c1 d2 h3
compilation j1
complain c1 f1
complained c2
complaint c4 h3
complaints a6 c82 d5
complete f7 h2 i2 j9
completed e1 j1
compliant f3 g12
comply g1
compress g1 j1
compromised c1
compte h3
con c1 h1
concerning d1
concurrency b7
concurrent a1 b99 h1 j1
condition j2
conexiones b5
conexiune j1
conexiuni b1
conexoes b6
config j3
configurado f1
configuration b7 e3 f3 j30
configure f1 j1
configured a14 b1 c1 d5 f8 g2 h16 j6
confirm d2
confirmation d2
confirmed h1
conform f4 g1
conformant j1
confusion j1
congested j1
congestion j1
congratulations c1 g2
conn d1
connect b6 d15 f7 h7 j41
connected b7
connecting a3 b10 c11 d16 f4 i1 j9
connection a59 b147 c51 d113 e3 f56 g2 h12 i1 j236
connectionreset j1
connections a10 b336 c7 d32 f11 j12
connects a4 b12
connessioni b4
connexion f1
connexions b17
conns b1
consider a1 g5
considere g2
considered a3 c4 d1 g6 i1
considers g6
consistency j1
consistent g1
consumed a1
consumer d1
conta h1
contact a43 b4 c66 d104 e19 f14 g13 h38 i8 j5
contacter a4
contactez d1
contacts d1 h1
contain f10 g3
contained c1 g4
containing c7 d2 g3
contains a5 c1 f10 g43 h2
contem g2
conten g1
contenido g3
content c7 d8 g106 j12
content-policy d1 g6
content-type g1
contents d1 f1 g3
contenu g2
contiene g2
continue a1 j1
control a6 b2 d3 e2 g1 h1 j4
controlcenter j1
controlled a6 b8
controllo e1
controls d3 h3 j5
conversation j1
conversion d1 g1
cordoned j1
corporate d1
correct e1 h1
correctly f1 g2 j1
correos a1
correspondent h3 i1
correspondents i2
corresponding f6
corrupt j1
cota a1
could a2 b1 c4 d10 e10 f37 g4 h20 i3 j75
couldn't f3 h4 j1
count a6 b7 c2 f2 g2 h7 j4
country d18 f1
couple i2
courriels a2
cours j2
cover e1
cox a1 b2 c1 d1 f3 j1
cpu j1
cr f2 g2
crashed j5
crcp b3 j3
create f2 g2 h4 i1 j6
created c1 d1 g3 h2
creating j3
credentials f1
credibility c1
credits a3 d1 f4
cs d1
cs01 c3 d12 g10
cs04 c1
csi c10 d12
csi-global c1 d1
csr a1 c1
css c1 d2
ct c1
cuda_nsu c1 d5 h1 j3
cuenta h2
cumulative a2
cuota a1
cupo a1
current c1 d2 g2 h3 j1
currently a1 c7 d27 f2 h12 i5 j24
custody d1
custom d1 g1
customer a3 d1 h7
customers c2
cut c1 j1
cxbl d2
cxcnct b7 d2
cxdns f1
cxmxrt a1
cxsmtp f1
cxsndr e1
cyren i1
cz b1
czarnej d1
czytaj h1
cポ e2
d d3 h4
d'authentification e1 f2
d'enregistrement f1
d'envoi a5
d'erreurs f2
d'ici i1
d'inactivite h1 j1
d'une a4
da i1
daemon j9
dahili j1
daily a29 h1
dal a1 b4 h1
damaged g1 h1
dane j1
dangerous g15
dans i7
daqui i1
darf h1
das h2
data a11 b2 c7 d9 e7 f17 g28 h13 i5 j75
database a4 c2 d7 j31
databytes g2
date g7 j1
day a25 c8 d9 j2
days c4 d1 h2
db j2
dbl c2 d8 g4 j1
dc c1 d8
dcc c1 d4 g8 i1
dd d1 h22 j1
de a31 b28 c14 d17 e5 f11 h5 i3 j7
deactivated c1 d1 h7
dead c2
deadline j2
deaktiviert h1
debit a3
decided d2
decision d1
decline d1
declined j3
deep g1
defect g1
defer d2 f2 i5 j4
defered b1 d1 f3 i1
deferral i2 j1
deferred a32 b4 c164 d54 e5 f11 g6 h11 i78 j36
deferring a1 c1 d1 i4 j1
defers a2 c1
defined d2 e9
definitions j1
degraded j1
del f3 h4 j6
delai j2
delay h1 i7
delayed a1 b1 c5 d1 g2 i25 j5
delaying d1 i4
deleted h2
delisting c1 d4
deliver a6 d7 f5 g1 h22 i8 j12
deliverable f1
delivered a31 c4 d13 f1 g7 h49 j11
delivered-to f2 h2 j1
deliveries a8 b4 c1 h1 j1
delivering d3 h2
delivery a9 b1 c37 d29 f4 g6 h45 i10 j51
delivery-time h1
dell'indirizzo c1
dem h4
demais b1
demanded f1
demands e1 f1 j1
demasiadas b3
demasiado a1 g1
demasiados a2
denegado d1
deneyin j1
denial c2 d1 j1
denied a8 b1 c19 d161 e19 f49 g22 h74 i4 j9
denies d4 f1 h1
denined a1
deny d8
denylisted d1
denylists d1
denysoft j1
department g1
depasse a3 g2 j2
depassee a1
depleted a1
depot h1
depth g3
depuis b4
der c1 f1 g1 j3
derzeit j1
des d1 h10
desactive h1
desactivee h1
desconhecido h1
desconocido h2
descriptors j2
desde a1 b2
designate e1
designated e1
designates e1
desk d1
destin h1
destinataire h22
destinatario h10
destinatarios a1
destination a3 d5 f6 h13 j17
detailed c3 d5 h1
details a4 c11 d30 f1 g15 h3 j2
detained d1
detectadas g1
detectado g2
detecte c6 d4 g2
detected a29 c135 d20 e6 f12 g76 h12 j7
detectes g1
detection c1
detenido j1
detention d1
determine e1 j2
determined f1
device f1 j8
df j1
di a2 b1 g1 h1
diagnostic-code h1
dial d6 f4 j1
dial-up d1
dialog a1
dialup d7 f4
diamy-submitd j1
diario a2
dictionary c5 d1
did a3 e35 f6 g1 h1 j19
didn't e8 g1 h1
die i1
died h1 j3
dienst d1 j5
diesen e1
dieser h1
dieses h1
differ e1
different a2
differs f1
difficulties j4
dimensioni g1
din a1 d1 j1
direccion d3
direct f1 h22
directions c3 d10
directly c2 d10 f1 h4
directory c1 h6 j20
disabled d5 f5 h63 j9
disagree f2 g6
disallowed d4 f1 g1 h1
disatttivata h1
discarded a5 c1 d1 g7 j1
discarding j1
disconnected b2 f1 j6
disconnecting f9 j2
discontinued h9
discourages e1
disk h18 j40
diskspace h4
dislike c1
disponibile j1
disponible j2
disposable d1 f1 h2
disque j1
disregards f3
distrusted c1
dit b1 d1
dkim a1 c4 e136 f1 j3
dkim-signatur e1
dkim-signature e2
dkim-signed e1
dm e2
dma e1
dmarc e112 f1 j5
dmc a2 b1
dn f4
dns d9 e39 f253 h17 i3 j70
dns_rbl c2 d8
dnsbl c2 d21 j1
dnsbls d7
dnsrbl d1
do b2 c9 d14 e5 f15 g5 h16 i6 j3
do'nt d1 h1
docasne j2
docking i1
docs i1 j1
does a1 c3 d16 e44 f120 g7 h60 j8
doesn't d6 e14 f9 h26 j2
domain a35 b4 c83 d86 e115 f245 g7 h157 i6 j38
domain's c2 d3 e24 f2 j2
domain-name c3 e8
domain-wide a1
domain_not_verified f1
domaindifferentfromemailaddress e2
domaine c1 d1 e3 f2 h2
domainkeys e1
domains a4 c6 d3 e1 f10 g2 h1 j8
domena f1
dominio c2 f5 h3
domino h1
don't d2 f1 h6 j2
dont f2 i2
doors d1
dos c1 j1
dosen't f2
dosn't h4
dostepu d1
double g1
double-check h1
double-checking h6
dovecot j1
dovodu j1
down a20 b14 c3 f3 j62
downstream h1 j9
drain j1
drained a1 h1
draining i1 j2
drains j1
draw c1
drc a3
drd j3
drive h2
drop d1
dropbox j1
dropfile h1
dropped b1 c2 d5 f2 j12
dsgvo d1 f1
dspam g2
dt c4 d4 g22 i1
du c1 d6 e1 f2 g3 h13 j1
due a21 b1 c198 d126 e38 f22 g88 h24 i5 j32
dumb d1
duplicate d1 f1 g7 h2
duplicated g1
duration j3
during a1 d1 e4 f4 h2 j14
duzo a1
dy-001 d2
dyn a9 c14 d3
dynamic a3 d9 f2 j3
dynamic-ip d1
dzcnt f2
e c1 d4 e1 g1 h1
e-mail a1 b1 c38 d10 f2 g2 h13 i2 j2
e-mails a7 c1 d1 h1
e-posta g2
eab c3 d5
each a3 b1
earlier f3 h2
early f2 i5
earned c2
earthlink c2 d7
ease a1
ebusy j1
eccessive g1
echec e4 j1
edilmiyor f1
ee d1
effect a7 c6 d3 i8
ehlo a1 c7 d3 f39 j4
ei j1
eicar g2
eicar-test g1
eicar-test-signature g3
ein j1
eine c1
einen c1 g1
einer d1
eines g1
eingestuft g8
einmal i1
either e38 f4 h1 j5
el a7 f3 h6 i1 j2
elastic d1
election j1
eleve a2
eligible j1
elnk_101 d1
elnk_103 j1
elnk_105 f1
elnk_110 b2
elnk_111 d1
elnk_130 c1
elnk_136 a1
elnk_403 h1
em a2 d1 i3
email a26 b4 c99 d95 e63 f26 g64 h61 i5 j20
email_address d3
emaili e1
emailing g1
emails a17 b1 c1 d3 e2 f2 h4
emailsrvr c1 d6
embargo d1 i1
embedded g1
emergency j1
emetteur c1 e2 f4
empfaenger h2
empfaengers h1
empfangen h2
empfanger a1 h4
empfangers h2
employee h3
employs i6
empty a1 f3 g4
en a1 d4 h3 i5 j4
enable h2
enabled f3 h1 i2
enclosed g1
encontrado h3
encountered e2 j1
encrypt f1
encrypted f4 g4
encryption f19 j1
end a2 b1 c7 d5 e4 f3 g18 h6 i4 j25
end-of-data i1 j1
ended f1 j1
endereco b1 c1 d1 h1
ending j1
endings f1
ends b1 d1
enforce d3 h3
enforcement e1
engagement c1
engellendi d2
engine d2 g6 j11
engineers j1
enough a3 c2 h6 j4
enqueue j1
enqueued j1
enqueuing j1
enrolling d1
ensure g1
enter h1 j1
entered h2
enthalt g1
entire g6
entirely d3 h3
entitled d1
entrega j1
entries e6 f6 h2
entry d4 f39 h1 i2
envelope a4 d12 e8 f8 i2 j6
envelopes a1
envia a1
enviadas a1
enviados a2
envio a6 c1 d3 i1
envios a3
environment g1
envoye a4
envoyer d1
envoyes a1 d1
envoyez a1
eof j3
equal d4 f6
er j1
erforderlich f1
erkannt g1
erlaubt e1 g1
erneut i7 j3
eroare j1
err j1
errato h1
erreichbar h1 j1
erreicht a1 b4 f1
erreur a4 j5
errno j1
erro j3
erronees f1
error a22 b39 c45 d81 e38 f90 g35 h44 i1 j397
errorcode j2
errore j3
errorretry j1
errors a5 c14 d9 f58 g1 h1 i1 j1
ers c1 d1
ers-dul c1 d1
ers-qil c1 d1
erstkontakt i1
es c1 d1 e2 f1 i3 j3
es000010 d1
esaurito h1 j5
esets_smtp g1
esgotado j1
esiste f1 h3
esistente h1
esmtp a3 b5 c11 d36 f25 h2 j30
esp d1
espera j1
espere a1
essayer c4 d24 g4 j20
est c2 d7 h4 j5
esta c1 d6 h3 j2
establish f2 j8
established d1 j2
estado h1
este a2 h2
eszamanli b1
et d1 j1
etc d1
ete d1 g2
etimedout j1
etre f4
eval j7
evaluated e1
evaluating e3
evaluation e6 j3
every a1 j1
examination g1
examined j1
example d1 e3 f1 h1
excedeed h1
excedida a1
excedido a6 b4 j1
excediste a1
exceed a3 b5 h8
exceeded a230 b113 c10 d6 f14 g20 h104 j78
exceeding a5 b3 c1 g2
exceeds a5 b2 c1 f1 g31 h7
exception a2 c1 d2 f1 g2 h2 j4
excess a1 b1
excessive a12 b3 c18 d5 f2 g1 h5
excesso b1
exchange d1 e1 f5 h2 j5
exchanger d5 f7 h4 j3
excluded d2
exe g5
exe-ms g1
exec j1
executable g6
execute j4
executed j2
executing j1
execution j1
exeeded h1
exhausted a3 b2 h5 j7
exist c5 f42 h59
existe d1 f3 h3
existence f1
existiert f2 h4
existing c1 f1
exists d1 f4 h2
exit d2
exited g1 j4
exits d1
expansion h1 j3
expected f3 g2 j3
experiencing j1
expirado h1
expiration f1 j1
expired b3 d1 e2 f3 h8 j24
explanation c5 d28 e5 f19 g18 h5 j3
exploits d1
extended h2
extension f2 g6
extensions g5
external a1 d2 g1 h4
external-body g1
extremely g4
f d1 i2 j1
faded i1
fail c4 d2 e38 f10 g1 h2
failed a4 b1 c9 d34 e43 f123 g33 h37 i1 j143
failedcontinue e1
failing e1 j1
failover f4 j6
fails e14
failure a7 c16 d15 e21 f38 g5 h16 i6 j174
failures a2 c2 d1 e5 f5 j1
fake d1 e1 f1
fake-smtp a1 b1
fakemail d1
fakemx d2 i4 j3
falha e6 i9
falhou j1
fallback e3 j3
fallito e1
fallo e2
falta h1
faqs g3
far f1 i2 j1
farm j1
fast a16 b1 d2 f1 h2 i1
faster a6 b2 j1
fatal j4
fault j7
favor i3
fazla b1
fcrdns f5
features g1
feed d2 h1
feedback c1
feeds f1
feel c2 d6 g2
fehler j3
fehlerlimit f1
fehlgeschlagen e3
fehlt f1
feil j1
fel j1
fell j1
fenced d1
fermee h2
fermeture f1 j1
fetch e1 j3
fetched e2
fetching e3
few a3 i10 j1
fewer a1 b3
field f1 g18 h1
fields g2
fifty a1
fight f3 i1
figure j2
figured j1
file d2 g20 h2 i2 j49
files g5 h2 j10
fill f2
filter b1 c15 d16 g26 j28
filtered a1 b1 c2 d17 g7
filtering a2 d2 e1 g3 j2
filters a1 b1 c1 d1 g3 h1
final h5 j1
find f47 h6 j3
findes h1
fine f1
fingerprint g1
finish j1
finished b1 j1
finito h1
finns h1
firewall d9
firewalled d1
firm h1
firma e2
first b1 c1 d2 e3 f26 h1 i25
first-time i3
five b1 i3 j1
fix d1 e9 f15 g1 h1
fixed g7
fixing e1
fixture j1
fjkdasljf h1
flagged c4 g5
flaky j1
flight a1 j1
flood a4 c1 d2 j1
flow a3
foi d2 j1
folder c2 h3
follow c3 d14 f1 g2
following c2 d2 f1 h1 i1
follows g1 h2
foo g1
for a147 b71 c176 d305 e114 f191 g82 h158 i76 j124
fora j1
forbidden d6 f1 g8
forbidden_file_extension g1
forbids d3 e5
force d2
foreign h1
forest b8
forged e6 f5 g3 h2
forgery c1 d8 e1 f1 h8
forging d1 f1
fork j8
format f1 h3 j1
formed f1
fortispamshield g1
forward c5 d17 e1 f13 g1 h7 j2
forward-confirmed f2
forwarded h1
forwarder j1
forwarding a1 f1 h8 j4
found c3 d25 e9 f55 g34 h54 j8
fout j1
fqdn f16
fr c4 d8 e2 f3
fra i1
fragmented g1
framework e17
fran a1
franchie a2
free b1 d2 f2 h4 j5
freeuk h1
frequency a19 b11 c2 d1
frequent a6 b10 f1
frequently a1 b2 c1
fresh c1
friend_rule g1
from a169 b159 c374 d366 e103 f110 g38 h54 i45 j84
frontend f1 j2
frozen h4
full a1 b1 f1 g2 h79 j42
fully f5
fully-qualified f14
fur a1 d1 f2
further b2 c3 d10 f1 h1
future g2
fwd-connect j6
f验 e1
game j1
gang c1
gateway b1 d4 h4 j4
gatewaying f1 h1
gateways h1
gave d1 e1 f2 j4
gcdp d2 h1
ge d1
geblokkeerd d1
gebruiker h3
gecici j1
gefaengnis d1
gefunden f2 g2
generally d2
generated c2
generic d1 f8 j1
genuine i1
geo-blocked d1
geographical d1
geozone d5 f4 i2
gepruft e1
gerade j2
gesperrt c1 d8 h1
get c3 d7 h3
getrennt f1
gets a2 e1 h3
getsockname j1
getting a4 e1 j1
gewartet j1
geweigerd d1
gid j7
give f2 j2
given a1 f6 g3 j1
gl d1 h1 i2 j2
gl01 c3 i11
gleichzeitige b3
gleichzeitiger b1
glitch j1
gmail a15 b1 c60 e34 f14 g32 h6 j4
gmail's e4
gmx b1 c3 d16 f13 j7
go a16 b4 c59 d53 e35 f15 g16 h11 i1 j17
godaddy d3 h3
godzine a1
goededeal g3
goes h1
going a1 j8
gonderim a1
gone a4 h3 i1 j2
good c3 e1 f1 j2
goodbye a1 c3 d1 f1 j3
google a1 c3 f1 h2 j2
google's a2 g1
got d2 f1 h2 j4
graceful j1
grande g3
grant b2
graulisting i1
gray i2
graylist i1
graylisted i7
graylisting i1
great h1
greet f1
greeting d2 f9 j9
grey d1 i3
grey-listed i1
greyd i1
greyfix i4
greylist i28 j2
greylisted c1 f8 i128 j2
greylistedgreylisted c2 i4
greylisting e3 i54 j1
greylst i1
grigia i1
gris i2
grise i3
groot g1
gross g2
group d4 h9
growth h1
grunn j1
gsmtp a23 c70 d18 e51 f26 g23 h32 j30
gtube g1
gu_eib_02 c5 d4
gu_eib_04 c1
guide e4
guidelines a11 c64 d4 e13 f9 g8
gultigen f1
gunluk a1
h a9 b3 c1 d3 g1 i5 j3
ha a5 d5 h3 j1
had g1
hair d1 j1
handed a1
handle h4 j4
handled h2
handler j2
handles j1
handling c1 d1 j1
handshake f10 j7
hanging f1 j1
hangup d2 h1
happens i1
hard c1 e4 h1 j1
hardfail e2
harmful c1 d1
harvest c1
harvesting c1
has a93 b55 c252 d107 e86 f75 g72 h107 i14 j24
hash d1 e2 f1 g2
hasn't h4
hat c2 f2 h6
hata j1
hatana j1
hatasi j1
have a32 b13 c17 d39 e15 f49 g5 h29 i7 j2
haven c1 d1
having c2 d4 f1 g4 j1
hcm1 a1 c2
header d10 e15 f8 g48 h1 i1 j1
header-based d1
headers f3 g19 h4
healthy j10
heavier g1
heavy j1
held a1 c3 d1 g6 h3 i2 j1
hello d1
helo c1 d16 f135 g3 i4 j10
helo-name f1
helo_is_local_domain d1 f1
helohost f1
heloip d1 f1
help a3 b4 c26 d22 e1 f6 g5 j2
her h1
here a3 b2 c8 d29 e1 f4 g6 h53 i3 j5
het a1
heuristic g1
heuristics g2
hi h1
hiba j1
hiccup j2
hidden g1
high a14 b3 c15 d1 g16 h1 j11
hilfe d1 e1
his h5
historically c1
history a1 c10 d1
hit a10 b4 c5 d1 g1 j1
hits c2 g1
hl a9 b7 c6 d6 h1 j3
hm08 d6 e1 g3
hme1 e1
hodinu a1
hohe a1
hold b4 d3 h3 i4 j4
holder h1
holds b2 g1 j1
home h4 j8
hook j2
hook_rcpt j1
hop f1 h9 j9
hops h7 j1
hora a9 d1
host a25 b53 c73 d222 e13 f130 g3 h44 i22 j53
host's c1 d1
hosted d1 h13 j1
hoster c1 d2
hostgator d3 h3
hosting c1 d7 h1
hostinger_out_ratelimit a1
hostkarma c1 d5
hostname b11 c2 d4 f79 h2 j3
hosts a2 d7 e1 f9 h5 i1 j8
hot j1
hote d1
hotmail a1 b1 c2 d3
hour a81 b1 c9 d9 h4 i3 j2
hourly a18 h1
hours a10 c5 d11 j1
how a7 c7 d7 e9
hpanel f1
hr f2
href a1 d1
hst-rte a2
html c1 g7
html-only g1
http e2 j1
https e1
human d1 g1 i1
hurry i1
hvu g2
hygiene c1
hypervisor j1
i c1 d2 e2 f10 g1 h13 i1 j25
i'll g1 i1
i'm b1 h2 j9
ib007 b3
ib101 j4
ib103 c1 d2
ib104 d1
ib105 d1
ib106 b1 d1
ib108 f5
ib110 d1
ib111 c1 d1
ib112 c1
ib212 g2
ib305 e3
ib501 f1 g1
ib502 f1 g1
ib504 a1
ib506 f3
ib508 e3
ib605 a5 f1
ib705 g1
ib_feb g1
icc a1 b6 j1
id c2 d5 e3 f1 g29 h4 j28
identical a1 g1
identificada g1
identificato g2
identified c7 d4 g5 h1
identifiers e1
identity d2 e2 f1
idle b1 f1 j20
idp f1 j1
idp_token f1 j1
if a32 b4 c30 d27 e19 f7 g17 h25 j1
ifc a6 b1
ihr a1 c2 d4 f1
ihre a1 c1 d7 e1 f3 g1
ihrem b2
ihren f1
ihrer b3 c1 d1
ihu a1 d2
iinet f1
ikke h1
il d4 e1 f3 g2
illegal d1 f7 g6 h5
illegalmessage f1 j1
im d1 j1
image-only g1
images g3
imap j1
impersonating f4
implementa i1
imposed d2 h2
impossible h1
imprisoned d1
improper f2 g2
improperly-formatted g1
improve c1
in a98 b24 c59 d184 e26 f95 g93 h163 i135 j121
in-1000 d1
in-1020 d2
in-1090 j1
in-1130 f1
in-1170 e1
in-1200 d1
in-1240 d2
in-1260 f1
in-1310 a1 b3 d2
in-1370 a1
in-1400 a1
in-1530 g1
in-1540 a1
in-1560 c1
inactivated h1
inactive h30 j1
inactivity d1 h12 j8
inactivo h1
inappropriate g1
inapropiado g1
inativa h1
inbound a1 b2 d2 e2 f1 g1 j1
inbox h23
incident c3 d11 g6
incidents d1
include e2 f1
incoming a1 h11 j10
incomplete f1 j2
incomprehensible d1 g1
inconnu f1 h3
inconsistent f7
inconvenience i1
incorrect f1
incorrecte f1
increase a2 h1
increases c1
increasing c1
indesirable g1
index c1 j2
indicada i1
indicates c1 j1
indimail j1
indirizzo a1 b2 d3 h5
indisponible j2
indisponivel j4
inesistente f1 h1
inexistant f1 h1
inexistente h2
infected g8
info c1 d1
information a36 b24 c106 d71 e39 f27 g34 h27 i3 j17
infrastructure c2 d2
ingest j1
ingress j1
inhalt g1
initial f3 i2 j1
initialisation j1
initialization f1 j2
initialize f2 j4
initialized j1
initializing j3
initiative e17 j1
injoignable j1
inner h1 j3
inode h4
input f4 j16
insert j1
inside g4 h1
inspect e6
inspection d1 g1 j1
instants i1
instead c2 d9 f1
instructions d2 e22 f1 h2
insufficient a1 c7 h4 j35
insuffisant c1
insuffisante c3
inte h1 j1
intelligence c2 d4
intended c16 d5
intenta b1
intentarlo i1
intente a1 i1 j5
intented h1
intentelo i2
intentional d3 i5
interactive j1
intercepted d2
interceptor d1
interdit d1 h1
interdite g1
interdits g1
interface d1
intern j1
interna j1
internal c6 d6 e1 h3 i14 j82
interne j3
interner j3
internet a2 b4 c18 d38 f1 g4
interno j3
internt j1
interrompu j1
interrupted e1 j13
interval a1
into f1 j2
introduce f1
intrusion c1 d11
inutilizzo h1
invalid c23 d10 e15 f102 g18 h64 j1
invalid-recipient h2
invalide e4 f7 h5
invalidtoken f1 j1
inverse f1
inverso f1
investigation c1 d1
inviate a1
inviati a1
invio a2
invitons d1
invoking j1
involved c1 d1
io j5
ip a82 b110 c343 d449 e71 f158 g10 h9 i11 j36
ip's c3 d2
ip-address c5 d3 e6 f3
ip-adres b1 d2
ip-adress d1
ip-adresse b1 c3 d4
ip-адрес d2
ip-адреса c1
ip_address c9 d9
ip_control c4 d4
ip_reputation c1
ip_reputation_greylistedgreylisted i2
ipaddress e3
ipb d3
ipbl0001 d1
ips a1 d1 f8 j1
ipsrc d3
ipts04 a2 c8
ipts05 c4
ipv6 d1 e10 f13 j1
is a98 b28 c160 d416 e125 f139 g140 h343 i45 j207
is_blocked c2 d7
isaretlendi g2
isblocked h2
isn't d2 e4 f1 h12 j1
isp c1 d2
isp's d1
issue d1 e7 f10 g5 h2
issues c5 d13 f2
ist d2 g1 h1 j4
istenmeyen g2
istnieje f1 h5
it a4 b1 c2 d5 e18 f8 g25 h9 i6 j6
it's e5
it-mehele d1
itc a1
item d1
its a12 b7 c4 d3 e1 f1 g7 h20 i1 j5
itself j1
ivmsip d1
jail d2
jailed d1
jako g1
je d1 h2 j2
jest d2 g1 h2 j1
jmrp d1
jointe g2
journal f1 j2
js g3
json j1
judged c1 d2 g4
junk c7 d1 g4
junkemailfilter c1 d4 e1
junkmail c1 d8 f1 g1
just e1 h1 j3
kabul f1
kafka j1
kann h1
kapatiliyor j1
karma c6
kaytettavissa j1
kbas d1 g1
ke j1
keep a1 c2 i2
keepalive j1
keeps b1 d1 h1
kein f3
keine h3
keinen f2 h1
kernel j1
key a2 e11 f1
keyword f1 g1
keywords g1
kill d2
kind g1
kirja d1
know d2 f2 h2 i3
known c7 d13 f5 g4 h10 i7
kom i2
konnte e1
konta h1
konto h5
kontos h7
kullanici h2
kurzer a3
kxhfntslzxhe h1
l'adresse c1
l'antivirus j1
l'authentification e1
l'expediteur f7
l'ip c1
la c5 d2 e6 f1 g2 h4
lack f1
lacks e5 f3 g1
langsamer a1
language d1 g3
laposte d1
large a2 c3 d1 f1 g12 h1 j3
larger g6 h4
last a11 b1 c1 h3 j3
lastattemptedip f1
lastattemptedservername f2 j1
lately c1
later a160 b91 c74 d64 e7 f31 g12 h96 i182 j450
latter b1 f2 i1 j1
launching j1
ldap c1 d8 h5 j10
le a5 d1 e1 g2 h5 j6
lead f1
leader j3
leads g1
learn a2 d6 e26 f4 h6 j1
least e1
leave h2
leaving j1
led f3 j6
left b1 d1 h9 i1 j3
legitimate d1 e18 f1 j1
leider j1
length a1 b1 f1 g5 j1
les d1
less a1 b1 f1
let f1 h2 i2
letters a1
lettres h3
level a1 c3 e12 g1
lf f4 g4
lfernando e1
lib j3
library j4
libreserv f1 j1
licence j2
license g1 h1 j15
liczba b1
liczbe a1
lien d1
lifetime b1 j2
liian b1
lijst d1
like a1 d1 f1 g26
liked c1 d5
likely c23 d1 g16
limit a178 b103 c8 d5 e1 f7 g32 h66 j22
limitation a2 b3 c6 d4
limitations j1
limite a17 b6 g3 h1 j1
limited a56 b15 c100 d3 e32 f10 g2 h2 j3
limiter j3
limiti a1
limiting a5 j1
limits a22 c7 d8 g2 j2
line b1 e1 f12 g7 h3 j11
linefeeds f1 g2
lines d1 g2
link d2 g14
links b1 g13
liscie d1
list a1 c29 d145 f3 g1 h36 i2 j3
list-id g1
list-unsubscribe g2
list_access_from d1
lista d3 i5
listada d1
liste i3
listed c12 d80 e3 f1 g11 h3 i1 j1
listener b6 d1 j2
listing c2 d10 i1
lists d2 h1 j1
literal f14
little a1 c1 g1
live a1 b1 c2 d3
lleno h5
lmtp h2 j4
lo h2
load j22
loaded j4
loading j2
local c5 d49 e6 f8 g21 h44 j57
local-part h1
local_scan g1
localhost f6 h3 j2
locally c1 d6
locals h1 j2
locating j1
location d6 f1 h5
lock h1 j1
lockdown d1
locked d3 h17 j5
log d1 f7 h2 j5
logged f2 h2
login a3 e1 f9
logins b1 d2 f2
lone f1 g1
long b1 c1 d1 f7 g8 j24
longer d2 f3 h22 j1
look f2 g1
look-up f3 j1
looked e1 f2 g1 j1
looking e2
looks c1 d1 f3 g30 i1
lookup d5 e14 f41 h21 j66
lookups c1 e5 f1
loop f3 h19 j7
loopback f1
looped h1
looping f3 g1 h7 j2
loops h2
lord c2 d10
lost b1 h2 j17
love i1
low c64 d1 j6
lower a3 b3 d2 i5 j3
lowest h1
lpn001_108 d1
lpn003_109 j1
lpn004_401 e3
lpn004_420 h2
lpn006_107 c1 d2 j1
lpn007_416 h1
lpn007_426 h2
lpn007_505 j2
lpn007_510 c2 d10 g4 j5
lpn104_424 d1 j1
lpn105_104 b1
lpn105_402 e2 f3
lpn105_405 f1
lpn105_421 d1 f1
lpn105_510 d1
lpn416 h3
lua j1
lub h1
luck d1
luego j1
lutfen j1
m a1 c1 d1 i3
ma c1 e2 h2
machine d1 h1 j1
machine's f1
macros g2
made b2 j4
magicspam d4
mail a148 b23 c247 d309 e98 f124 g124 h205 i37 j136
mail-abuse d1
mail-enabled h8
mailaddress h1
mailbox a13 c3 d22 e1 f12 g3 h366 i1 j36
mailboxes c1 d2 j1
maildir h4 j1
mailenable b1 j6
mailer d2 f1 g2 h1
mailers d1
mailfolder h2
mailfrom c1 d6 e2 f2
mailgateway d7 f4
mailguard d1
mailgun j2
mailhost h1
mailing a2 c4 e2 g3 h2
mailings c2
mailloop h1 j1
mailmarshal g1
mailpolicy d2
mails a54 b1 c3 d5 f2 g2 h7
mailserver c1 d3 f1 g2 j1
mailserver's d1
mailsize g1
mailspike d1
mailsystem j1
mailto c2 d4 f2 h1
maintains d1
maintenance h1 j14
mais a1 b3 i2 j3
major d3 h3
make d2 h2
mala c3
malformed f7 g9 h3
malfunction j2
malfunctioning j1
malicious g4
malware g4
manage h1
manca f2
mandatory f4
manga a1 b1
manitu c1 d4
mantenimiento j3
manual f1
manually d4 h1
manutenzione j2
many a238 b297 c103 d35 e6 f118 g9 h33 i1 j13
map f1 g1 h2 j8
mapped h2
mapping f2
marked c1 g1 h2
mas a2 b1 i2 j4
mass d2 g3
massimo b1
master j1
match d3 e1 f22 g1
matched d3 g4
matches c1 d1 g4
matter a1 d1
mauvaise c3
max a24 b19 c1 f1 g4 h4 j3
max_connections_per_ip b1
maximal b3
maximale b2
maximo a3 b1
maximum a36 b65 c1 d2 f6 g24 h7 j5
may a8 b2 c5 d17 e3 f21 g5 h12 i2 j3
maybe f1 g1 h1 i1
mb g13
mbox h1
mdash d3 h3
mdb h2 j1
me b7 c4 d14 f17 g3 h3 j4
means c16 d3 i6
measure c2 d2 i6
measures i1
mechanism d1 e3 f1 h1
meddelanden a1
meddelandet g1
meet d2 e18 f7 g2
megtelt h1
mehr f1 h1
member h3 j1
members c1 d1 f1 h6
memory j22
mensagem g4 j1
mensagens a5
mensaje g6 i1
mensajes a7
mep c2 d1
merci a4 i1 j1
mesajiniz g2
mesgul j1
message a139 b17 c104 d138 e99 f73 g456 h106 i56 j145
message-buffer g1 j1
message-id g12 i1
messageid f1 g1
messagerie d1
messages a235 b15 c148 d91 f14 g17 h47 i3 j39
messagescoringupperlimit g2
messagewall g1
messaggi a1
messaggio g6 h1
messaging a4
messege h1
met f1 i1
metered a1
method j2
mfe j1
mi a7 b1 d3 e2 f3 g1
mib g1
micro c4 d13
microsoft j5
middle j1
midnight a1
might h5
migrated h3
migration j2
milliseconds j9
milter j7
mime g22 j1
mime_banned_file g2
mimecast c6 d2
mimepart g2
min a10 c1 g6 i12
mind g1 i1
minimum c2 f2
mins f2
minut i3
minute a21 b8 i1
minuten i7
minutes a11 b4 c1 d4 f3 i78 j7
minuti c2 i8
minuto a2
minutos a1 i7
misaligned e1
misbehaving c1
misconfiguration h1 j1
misconfigured f5 j1
mismatch a1 e2 f5 h1 j1
mismatched e1 f1 g2
mismatches e1
missing c1 d4 e5 f33 g23 h3 i1 j1
misspelled h3
mistaken g7
mistakes f2
mistreat g1
mitigate e4
mittente f2
mmdf j1
mnoho b1
mock j1
mode d2 f1 j4
modify g1
module j1
moins h4
moment a1 b3 c1 d1 g1 h3 j16
momentanement j2
moments i4
monitored h1
monta b1
month h1
monthly a1 h1
months h5
more a63 b37 c75 d87 e33 f34 g39 h47 i7 j26
most a3 b2 j1
mostly c4
mots g1
mounted j1
moved h9 j1
moving c1 j1
ms b1
ms-office g1
ms-st-g a1
msg d1 g5 h1
msgs a5
msk c1 d1
mta c1 d4 g1 h1 j13
mta's c19 d3
mta-sts f3 j3
much a24 c20 d5 f5 g1 h13 j2
muitas a1 b1
muito g1
multe b1
multi-part g2
multi-recipient d1 f1
multipart g2
multiple a3 e1 f9 g6 h7 j13
must a1 c2 d16 e14 f61 g1 h3 i2 j1
mx b2 d18 e1 f60 h29 i7 j24
mx-eintrag h1
mxid c12 d10
mxloopback h1
mxrt a1 j2
mxs j2
my c11 d12 f6 g9 h18 i1 j6
my-server-ip-address f2
my_server_ip b1
myself h1
n'a f6 h1
n'accepte h1
n'est e1
n'etes d1
n'existe h4
na a1 d1 e3
nachricht g13 i1
nachrichten a5 h1
nadawcy f1
name a1 c13 d21 e3 f90 g4 h41 i1 j12
namecheap d3 h3
named f1 h1
names f1
nameservers e3 j3
nao d1 f3 h3 j1
nature g6
naughty c2 d1
ne j1
nearly h1 j1
necunoscut h1
nedostupna j1
nedostupny j1
need f29 h2 i2 j3
needed f14
needs c1 e2 f1
neexistuje h1
negado d1
negative c1 e1 j7
negato d1
negotiated f2 j1
negotiation f4 j1
negra d2
neighbourhood c3
neither e4 f2 h3
nemesis a3 b1 c3 d16 f24 j4
nessun h1
nested f2 g3
nesting g2
net a1 b5 c21 d85 f19 j11
netblock a1 c7 d1
netrange d1
network a6 b13 c31 d61 f2 j35
networks c1 d2 h1
netz d1
neutral e1
never d1 f1 h2
new a15 b7 c11 d1 f1 h3 i18 j4
newcomers a1 i1
newline f2
newly c1 d1 h1
newsletter g2
next a2 b1 h1 j7
nexthop j4
nfs j1
nhd f1
nicht d1 e2 f7 g2 h6 j3
nie e1 f1 g1 h7
nieaktywne h1
niedostepna j2
niedostepne h1
niedostepny j1
niet h3 j1
night j1
nimmt h1
nis j2
niska c2
nix d1
nixspam d1
no a4 b13 c8 d57 e36 f136 g19 h178 i1 j89
no-domain h1
no-reply h1
noactivity h2
nobody f1 h6
noch i1
node a2 i1 j5
nodes d2
nohelohost d2 i4 j3
nom e2
nombre a1 b3 f1
nome h1
nomxtmp f1
non c1 d1 e1 f2 h8 j1
non-accepted h1
non-ascii g1
non-english g1
non-example d1 h1
non-existant h1
non-existent c1 f2
non-fqdn f1
non-latin g2 h1
non-local f1 h2
non-payment h1
non-western g2 h1
none c10 d2 e10 h1 i2 j1
nonexistent c1 h1
nonexistentdomain h1
nonmail f2
nor e4 f3
nordns f1
norm a2
normal a2 d3
norman h1
norms a1
nos d1
nosuchuser h1
not a22 b16 c62 d379 e201 f408 g112 h356 i41 j314
notauthorized h1
nothing f1
notice d1
notif j4
notification j1
notified g2
notre d1
nous d1
novamente a1 i3 j3
novo i1
now a3 b1 c1 d3 e1 g1 h8 i5 j29
nowhere f2 h2
nowl c9 d2
nr f10
ns f4 j1
nsmtp h3
nu j1
nuestra d1
nuestro d1
nul g1
null a1 c1 d6 f11 h2 i2 j2
nullmx f1 h2
number a40 b54 c4 d2 e4 f4 g5 h7
numbered d2 h1 i5 j3
numbers a3 f1 h1
numero a2 b2
nxdomain f1
nyaan e1
o a3 b1 f1 h3 j12
oauth j2
object j1
objects g2
obligatory f1
obsolete d6 f4
obtain j1
oc j1
occupe j1
occurred c8 d17 e1 f2 j3
occurs g1
octets f1
ocupado j1
odbiorca h2
odbiorcy h1
odepren d1
oder h2
odeslanych a1
odmowa d1
odrzucona g1
of a116 b85 c203 d119 e61 f99 g105 h87 i22 j93
off a6 c1 d2 h1 i3 j5
offene b1
offensive g1
offer f1 g1
offered f1 i2 j1
office f4 h3 j5
offline h1 j9
ofr004_104 b4
ofr004_519 e1
ofr005 d1 j1
ofr005_104 b3
ofr005_411 c1 d4 j4
ofr005_505 d1 j3
ofr006_100 c1 d1
ofr006_101 d1
ofr006_102 c3 d10
ofr006_103 c3 d6
ofr404_106 d1 j1
ofr_107 f1
ofr_108 d1 j1
ofr_109 a1
ofr_305 e1 f2
ofr_415 f2
ofr_416 h1
ofr_417 h5
ofr_420 h1
ofr_506 c1 d5 g10
ofr_514 g2
ofr_989 c1
ofr_999 d3 j2
often a3 b7 d1 f2 g2
ok e1 h1
olarak g2
old f1 j3
ole j1
om d1
oma d1
on a9 b4 c25 d127 e24 f8 g21 h31 i14 j34
onbekend h2
once a1 b2 d1 f1 i2
onderhoud j1
one a16 b5 c7 d17 e7 f2 g7 h8 i1 j2
one-time h2
ones b1
online f2
online's c3 d9
only a13 b7 c1 d13 e1 f14 h19 i1
ont d1
onto h2
ontvanger h1
onze d1
oobhm i1
op d1
open a2 b24 c11 d16 f6 h6 j22
opened b9 g1 j2
opening b2
openoffice h1
openrelay d1 f1
opens b2
operating j1
operation h1
operations d1
opnieuw a1 j1
opted h2
optimum d1
options d1
or a20 b3 c61 d64 e68 f83 g38 h68 i3 j38
orange c4 d8 e2 f1
orario a1
order f3
org c11 d50 f1 g2 j6
organisation a1 d2
organization a6 d2 g1 h8 j10
organizational e4
origen d1
origin c3 d5 e1 g1
originating a17 c67 d7 e1
origine d1
orq a2 c1 d1 g1
other b1 e1 h2 j3
ou c1 d8 h1
ou-001 c1 d1
ou-002 c1
our a23 b3 c155 d114 e30 f13 g53 h15 i2 j21
ours a1 d1
out a4 b10 d6 e2 f8 h31 i1 j106
out-of-date f2
outa j1
outage j1
outbound a4 b2 d4 f2 j3
outboundspamexception c1 d2 g1
outbreak g1
outgoing a6 d2 f1
outlook a18 b19 c57 d42 e1 f9 g1 h34 j53
output h1 j2
outside d2 h4
ouvert b1
ouvertes b2
over a11 b5 d2 e4 f5 g6 h92 i1 j3
overdrawn h3
overflow f1 j3
overlimit a3
overload a2 j4
overloaded j20
overquota h7
overschreden a1
oversized g1
overwhelmed h1
ovh c1 f2
own d1 f3 j1
owned d3 f3 h1
owner d1 e5 h6 j1
owner's d1 e1 h1
ownership j2
oxseu0001_130 c1
oxseu0003_403 h1
oxsus0001_101 d1
oxsus0001_102 j2
oxsus0001_105 f1
oxsus0001_110 b1
oxsus0001_139 b1
oxsus0001_140 a1
oxsus0001_403 h1
oxsus001_403 d1 h1
oznacena g1
p e3
p4 g5
pa g1 j1
pace a4
paced a1
pacing a1
page e3 g2
pair i3
pal j1
palabras g1
palvelu j1
panic j2
panne j1
par b1 c1 d3 e1
para d1 f1
parallel b12
parallele b1
paralleles b1
parallelism b1
parameter f4
parameters f3 h1
paranoid d1 f1
parse f1 j1
parser j1
parsing g2 j3
part c10 d30 g5 h3
partial g2
particular d1
partition j1
partners d1
partraukts j1
parts g4
parts_decode_ext j5
party d1
pas d1 e1 f7 h5 j1
pass e80 g1 i2
passed a1 e1 h1
passing e4
passlist i1
password f1 g2
password-only h1
past f1
path c1 d3 f5 h3
patient i1
patienter j1
patientez a1
patrol d3 g3
pattern c6 d1 g2 j1
pause a1 i1
paused h2 j2
pausing a1
payment h1
pbl c2 d10
peak a1
peer d6 f2 i2 j6
peers j4
pelna h1
pelo c1 d1 i2
penalty a4 c2 d6 i1
penaltybox d1
pending d1 f1 g1 h5 i1
people f1
per a105 b41 c10 d8 e11 f7 g4 h7 j9
per-client b2
per-host b1
per-ip b3
per-source b1
percentage c1
perform e1 j1
performed j2
period a9 h5 i2 j1
periodo a2
periods h1
permanent c1 d8 e5 f1 g3 h6
permanently c14 d30 f4 g2 i2 j2
permerror e4
permfail f1
permission d2 f4 h1
permissions d1 e1 f4 j1
permit c1 d1 h1
permitidos a2
permits a2 f2
permitted a4 b2 d10 e10 f3 g10 h12 j1
permitting d1 g1 i1 j1
persist j1
person g1 h3
personal d2
peu a1
pf e1
pfa c13 d10 j3
ph01 d4 g5
phish g1
phishing c1 d1 e2 g13 j1
phone g1
phrase g2
pick j1
piece g2
piena h1
pile c1
pipeline f1 j1
pipelined f2
pipelining f6
piu a1 i1 j1
pl_id b1
place a1 d1
placed d2
plain f1 g2
plan d1 f1
planned j1
platform c1
please a142 b74 c226 d269 e71 f81 g111 h94 i169 j252
plein j1
pleine h9
plenty c1
plna h2
plugin j3
plus a1 b1 c4 d24 g10 h1 i5 j23
poco a1
poczty c2 d2
pod j1
podane h1
point f7 g1 h1
pointer f1
points c2 f5 g8 h2
pol e2 i7
polaczen b3
polaczenia d1
policies d3 g7
policy a42 b3 c32 d217 e107 f21 g74 h17 i17 j31
policyd a3
polite f1
politica d1 e1 i2
poniewaz g1
ponownie i1
pool b1 d1 j2
pools d1
poor c55 d10
poped h3
por a9 b1 c1 d5 g3 h1 i3 j1
port f1 j1
ports b2 j11
poses e1
possible a1 c11 d11 e1 f3 g2 h18 j17
possibly f2 h1
possivel j1
possui f1
post h3
posta h1
postafiok h1
postal h1
postfach h5
postgrey i6
postmaster a1 c16 d23 f4 g1 j1
postponed c1 d2 e1 g1 i4 j3
posts h2
potential g3
pour a1 c4 d14 f1 h1 j1
powiodla e1
pozniej j2
pphosted d1
pr b1
pra e1
practices c1 e1
prea b1
precaution i1
precede f1
preceded f1 g1
preferably g4
preferences d1 h3
preferred f2
prekrocen a2
premiere i1
preparation j1
prepare j1
preparing j1
present a1 c2 d5 e1 g5 h3
presented f1 j1
presents g3
pretends e1
prevent c1 e5 j1
prevented g1 j1
prevention c1 d13 h3
prevents a24 h21
previous a4 d3 f2 h1 i1 j1
previously d3 g1 h6
prilis b1
primary f4 j8
prior h2
prison c1 d6
pristup d1
private d3 f1 h1
pro a3 b1
probability g5
probable g2
probably b2 c4 d3 g1
probation c1
probeer a1 j1
probleem d1
problem c9 d19 e3 f5 g2 h1 j79
problemi j1
problems a1 c3 d4 e1 f1 j3
procedure d1
process c1 d2 f1 g3 h4 i1 j31
processed g1 j6
processes b2 j4
processing a5 b4 d1 e1 f1 g1 h2 j45
produced c1
profane g1
profile g2
prog_id b1
program d1 j2
progress h8 i3 j9
prohibidas g1
prohibited d8 e3 g3 h10
prohibition d8
prohibits d3 e5
proibido g2
project d1
promise j9
proof e2 i1
proofpoint c2 d2
proper f9 h4
properties j1
property j1
prosim i1
prosze i1
protect a13 c102 d8 e23 f5 g13
protected c2 d2 g1 h2
protection d8 i1 j2
protocol c13 d11 f22 g2 h1 j2
protokoll d1 f1
protonmail d1 j1
prove i2
provide c2 d2 f6 g2
provided d2
provider a2 b4 c27 d65 f1 g3 h5 j1
provider's d5
providers d1
provisioned h2
proxied j1
proxy d3 f4 g1 j10
proxying j1
prx2 j1
prx4 j8
prx5 j1
prx6 j1
prx7 b1
prx8 b5
prx9 j2
przeciazony j1
przekroczona b1
przekroczono a3
przepelniona h1
przez g1
przyjmiemy g1
psmtp c1 d2 g1 j10
ptr d2 e8 f107 g2 h1 j1
ptr-eintrag f2
ptr-records f1
pu f4
public e2
publish e4 f1
published e1
publishes e2 f1
punctuation h1
purchase d1
pure g2
purported e1
purpose i1
purposes d1 f4
put d6 g1 i3 j2
putbody j1
pyzor g1
pか a1
pの c2
pア d2
p信 c2
p发 c1 d1
p同 b1
p在 a1
p地 d1
p已 d1
p并 b1
p最 b2
p的 b2 d1
p短 a1
p被 d2
p는 d2
p입 d1
q g1
qq e1 h5 j23
qqt j9
qrc a3
qualified f5
quality c2
quantities c1 d1
quar j4
quarantine d5 e4 g3 h2 j7
quarantined d1 g1
quarter a1 i1
quelle d1
quelques i3
queries f4
query c1 d1 e1 f3 h1 j8
questionable c1
questions d2
questo e1 h3
queue a11 d1 h9 i2 j71
queued a3 i2 j3
queueing j2
queuing j4
quick i1
quickly a16 b4 h12
quota a81 b3 c1 f1 g5 h166 j17
quotaexceededexception h2
quote g3 h1
quotidienne a1
r d1
ract h1
raft j1
raggiunto b1
raisons d1
ramp c1
ran j3
range a3 c8 d14 e2
ranges d5
rapido a1
rate a204 b42 c140 d12 e31 f10 g2 h35 j7
rate-limit a1
rate-limited a6 c1
rated d1 g2
ratelimit a17 c6
ratelimited a1
rating c6
ratio c1
ration a1
razor g1
rbl c6 d52 f1 i1 j3
rbldnsd a1 b1 c1
rblmx c1 d8
rbls d1
rc e2
rcpt a12 b1 c5 d20 e2 f36 g2 h66 i29 j18
rcpt_to h1
rcpthosts f1 h8
rcpts a6 c1 f1 g1
rcptto d1 h1
rdap d3 h4
rdeny d2 h2
rdns f23 j2
re-authenticate f1
reach h25 j7
reachable d1 h4 j9
reached a74 b49 f1 g2 h12 j19
read f2 g3 j23
read-only h1 j3
reading e1 j15
ready j13
real f1 i3
reality d1
realtime c1 d3
reason a2 b3 c6 d18 e4 f4 g6 h7 i1 j8
reasonable f1
reasons c3 d27 e3 f1 g7 h1 j7
rebalancing j1
reboot j1
rebuilt j2
receive a32 d1 f4 h36 j2
received a30 c12 d6 f6 g5 h21 i1 j2
receiver d3 h5
receiver's d1 h1
receives a1 h1
receiving a37 c1 d1 f3 h40 j1
recement a4
recent a4 c2 d1 h4 j1
recently a1 c5 d1 h1
reception h1 j2
rechazado f1 g3
rechazo i2
recipient a59 b1 c20 d67 e12 f24 g4 h464 i100 j71
recipient's c1 d10 f1 g5 h48 j11
recipientnotfound h3
recipients a89 b3 c52 d15 f14 g5 h42 j8
recipnotfound h1
recipsizelimit g1
recognised f1 h1
recognize f1
recognized f1
recommend d1
reconfiguration j3
reconfiguring j1
reconnect a1 b1 i1 j2
reconnecting b5 j1
record c2 d6 e48 f96 h9 i5 j5
record's f3
records e16 f17 h1 j1
recover j1
recovery j1
redacted a1 c3 d1 h1
redeliver j1
redemarrage j1
redirect h1
redis j1
reduce a12 b6 c12 f4 g23
reduced a1 c1
reducing i6
redundant j2
reenvie i1
reessayer b1 i3
reessayez a1 i3 j4
ref c3 d13
refer a6 b6 c24 d37 e3 f1 g1 i20 j1
reference f1 g2
refresh j1
refusal i3
refuse c7 d34 f3 g5 j20
refused a5 b21 c27 d156 e4 f45 g34 h15 i2 j56
refusee d1 g1
refuses d4 f1 h2
refusing d1 f3
regarding a2 c1 d1 e6 f7
regex j1
region d2 f4 h3 j5
regions a1 f2 h7 j5
register a3 c2 d15
registered c5 d6 f2 h4
registrar d1
registrars d3 h3
registro f3 h1
regulariser d1
regularize d1
regulations d1
reindexing j1
reintente i2
rejct g1
reject a5 b1 c20 d79 e23 f9 g41 h11 i4 j3
rejected a52 b9 c103 d332 e52 f158 g196 h221 i122 j53
rejected_recent_spam_source d1
rejecting d6 g6 h2 j2
rejection a7 b1 c3 d13 e3 f2 g3 h2 i15 j4
rejectmessage d2
rejects d1 e2
rejete c1 d6 g11
rekordu f1
relais h1
related a2 b3 c8 d4
relationship i1
relay a1 b1 c12 d22 f34 g1 h69 j20
relayed j1
relaying c2 d3 f11 h28 j7
relays h1 j1
reload j2
reloading j2
remaining a2 i1
remediation c2 d10
remetente f1
remitente f1
remote a1 b1 c2 d9 e2 f8 g1 h6 i4 j26
remote-transient j1
remotehost j2
removal c13 d45
remove d1 g2 h4
removed c4 d5 g1 h2
renvoyer i1
rep c4 d1 h1
repair c1 j1
repairs j1
repassez i2
repeat d1 i3 j1
repeated c1
repeatedly c1
replaced h1
replica j5
replicated j13
replied g1
replies f2
reply a10 b5 c8 d19 e5 f22 g16 h52 i20 j34
reply-to g3
reply_at d1
repond j1
report c2 d1 g17 j1
reported c3 d3 g4
reporting c2 d2
reports c6 g3 h1
reputacao c3
reputacion c4
reputacja c2
reputation a8 b3 c205 d39 i6 j4
reputational c1
reputazione c1
request a1 c14 d48 f3 i3 j7
requested a11 b1 c5 d26 e1 f15 g3 h33 i4 j30
requests a12 b4 e2
require d2 e1 f2 h2
required c1 d3 e21 f61 g6 h7 i1 j4
requirement f2
requirements d2 e10 f5 g2
requires d2 e41 f24 h2
requiretls e1 f1
requise e2 f3
rescan g1
resembles g1
resend a27 b5 c2 d1 g2 h25 i9 j2
resending g1
resent-date g1
resent-from g2
reserved d1 f1 h1
reset c9 d2 j7
reset-request c1 d1
resets a1
residential d4
resolution c1 f5 g1 j4
resolvable f4
resolve d2 e2 f47 g6 h7 j3
resolved e1 f14 h3 i1 j2
resolver c3 d10 e1 f2 g2 h12 j7
resolves f1
resolving f5 h1 j9
resource b7 c5 f34 i13 j14
resources a2 c3 d3 g1 i1 j61
respond f1 j4
responded f5 j11
responding e1 j3
response c1 d2 f5 g1 i5 j8
responsible e1 h2
rest a1
restarting j3
restrictdomainstocertificate d1 f1
restrictdomainstoipaddresses d1 f1
restricted a1 c2 d11 g2 h7 j1
restriction d4 h4
restrictions a4 c2 d27 f5 g22 h1
result e16 f3 j4
results e33 j1
resume a2
retired h5
retorne i1
retrasa j1
retried a1 h1 j2
retries a4 d2 i3
retrieve j5
retrieved e1
retrieving e2
retry a18 b2 c8 d5 e1 f3 g4 h3 i68 j43
retrying a4 c11 d26 i3 j1
return c1 d1 f9 j2
return-path f2
return-receipt-to g1
returned d3 f6 h3 j5
returns h1
reused f3
revdns f1
revenez i4
reverse d4 f147 i3
reverse-dns f1
reverse-dns-eintrag f3
reverso f2
review a13 c67 d4 e5 f10 g11 h1 j1
revise g1
revoked d1 f1 h1
rewriting j1
rfc e1 f37 g15 h1 j2
rfc-2821 f2
rfc-5321 f1 h1
rfc1912 d1 f1
rfc2047 f1 g2
rfc2606 d1 f1
rfc2821 f4
rfc2822 f3 g5
rfc5322 e4 f1 g2
rfc822 f1 g2
ria e2 i7
ricezione h1
rifiutato g1 h1
right d1 h2 j10
rip c1 d1 i1
riprova c2 i7
riprovare a1 i1 j2
risk e1
rlb b1
rly c1 d2
ro j1
room h4 j1
rota d1
round h2
routable f1
route f2 h7 j5
routed f1 h1
router j1
routing f1 h3 j4
rp a10 c1 d2 f1 g1
rp-001 a9 b1 c11 d13
rp-002 a1 b3 c1
rp-003 b1 c3
rpbl c1 d1
rpc j1
rr j1
rset a2 b2 f2
rspamd g1 j1
rst d2 g2 h6
rt b1 c4 d4 j6
rtr c4 d13 f2
ru c1 d2 e3
rude g1
ruf c1
ruim c1
rule a1 c1 d21 g3 h2
rules d7 g1 j1
run a1 b1 g1 h3 j4
run_command j5
running j9
runtime j2
rusr h4
r로 j1
s a21 b2 c3 d10 e2 f5 g4 i11 j4
s'agit a4
s'il a4
s1 e1
s3 j1
s3113 c3
s3114 c3
s3115 b8
s3140 c1 d6
s3150 c2 d12
s775 c11
s8001 d1
s8002 c1 d4
s843 c6
s844 c9
sa d1 j1
saatke d1
safe g1
said e1 f3 h14 i1 j1
same a2 b2 d1 f1 g6 h1 i1
samtidiga b1
sandbox f6 g4 j1
sasl a3 j1
saturado j1
saturated j1
saturee h1
save j3
saved g4 j4
savienojums j1
saving j1
say f4
sayonara j2
says d1 e8 f1 g2 h6 i1
sbc d1
sbin j5
sbl c1 d7
sbl-xbl d1
sbrs c1
sc-001 c4 d8
sc-004 d1
scale g7
scam g2
scan g4 j8
scanned j4
scanner g3 j19
scanners j3
scanning j4
schlechte c4
schlechten c1
schnell a1
schneller a1
schranka h2
sconosciuto h4
score a3 c28 d1 g16 i1
scored c2 g15
scores c1
scoring f1 g2
scr g1
screening b2 c2 d3 f2 j10
script j1
scripts g2
se a1 j1
seal e1
sec i4
second a3 g2 i2
secondary j5
secondes i1
seconds a10 b1 d4 i54 j8
secs i1
section b6 d4 f14 g9
secumail h1
secure c1 d3 f3 g1
secureserver c7 d2
securite d1
security c1 d8 e1 f3 g11 j2
see a33 b5 c134 d230 e43 f47 g25 h14 i39 j7
seem d1 f2 h1 i2
seems c2 d2 f1 g1
seen c5 d1 i6
selector e1
senare i1
send a30 b1 c11 d35 e35 f41 g14 h6 i6 j9
sendasdenied f1
sendconnector f1
sendelimit a1
senden a4 i1
sender a56 b7 c78 d158 e108 f246 g10 h13 i50 j40
sender's a3 c6 d7 e16 f15 j1
senderate a1
senderdomain e1
senderfilterconfig d3
sendernotauthenticatedforgroup d2 h4
senders a12 c66 d14 e40 f6 g3 h4 i5
senderscore c2 d2
sendet a1
sending a75 b1 c103 d54 e33 f49 g9 h17 i1 j7
sends a1 c4
sendsizelimit g1
sensible g1
sensitive g5
sent a62 b1 c107 d57 e13 f19 g28 h11 j5
separate a3 h2
separately a2 h1 j1
sequence e1 f5
serious g1
serve h1
served h2
server a37 b50 c89 d115 e7 f56 g10 h45 i27 j383
server's c2
serverfehler j1
serverip d2
servern h1
servername c2 d1
servers b1 c2 d12 e1 f14 h2 j7
serveru j1
serves d1
serveur c3 d4 f2 j8
servfail j3
service a15 b19 c75 d236 e4 f38 g10 h10 i17 j251
service's e1
services c2 d2
servicio j4
servico j1
servidor c1 d4 f2 h2 j11
serving d1
servizio j2
serwer c2 d2 j3
serwera a1 j1
sesiones b1
session a48 b30 c2 d1 e1 f18 g6 h1 j35
sessioni b1
sessionid d1 h11
sessions b66 f1 j1
set d1 e3 f4 g1 h2
sets g2 h1
setting e22 j1
settings d1 e6 f4 h1 j1
setup f12 j3
seu b2 c1 d4
several a1 f1 g4
sexual g1
seznam b1
sfq a4
sfr f2
sfr_in_103 c1 d1
shaped a1
shaping a2
share a2 b2 c2 j2
shared d1
shares d5 g1
shed b1 j1
shedding j1
sheesh f1
shield d1
shit j1
shitlist d1
short a11 b1 e1 h5 i1 j2
shortage j1
shortened g1
shortener g1
shorter g2 h3
shortly a1 i3 j1
should e1 f7 h2 i1
show c1 i2
shows c2 d1 g1
shure d1 h1
shut d2
shutdown j5
shutting j35
shxbl d1
siamo h1
sid d3 h1 j2
side d1 f1 h3 i4 j7
sido d5
sie a4 d2 e1 f1 i4 j2
sieve j1
sight i1
sign e1
sign-ins f1
signature d2 e23 f2 g2 j1
signature-invalid e1
signature_incorrect e1
signatures e1 j1
signed e5
signing j2
silent h1 j3
similar g1
simultaneas b4
simultanees b3
simultaneous b15
sin d1
since a4 c10 d32 h2
single a2 b2
sisainen j1
sistema c1 d2 h1 i2 j1
site d3 g4 h3 j1
sits d1
situation d1
sitzung j1
sitzungen b1
six b1
size a9 b1 f2 g35 h20
skrzynka h2
slot b1 g1 j6
slots b15 j5
slow a23 b14 c2 f3 j3
slowed a2 c1
slower a6 c1
slowing a1
slowly c1
sluzba j1
sm_io_error j1
sm_io_flush j1
smarthost j2
smdksmlk j4
smtp a3 b48 c12 d34 f84 g4 h13 j52
smtp-in a1
smtp-proxy b1 j1
smtpconnecterror j1
smtpport f2
smtpsend h2 j1
smuggling f1
snd-nul a1 c1 d1
snowshoe c1
so c1 g1 h1 i3 j2
sobrecarregado j1
socket j6
socketconnectionrefused j2
socketerror j11
sockets j1
socks h1 j1
soft a1 i4 j2
softfail e6 i9
softsell i1
software d1 j1
sok a1
solicitada c1 d1 i1
some a7 b2 c7 d8 i9 j3
something d1 i1 j8
sometime i1
sonra j1
soon a2 f4 i5 j3
sophos g1
sorbs d12
sorry a6 b5 c2 d31 f21 g14 h67 i6 j39
sort a1
sospechoso g2
sospeso j1
source b4 c12 d37 e3 f1 j1
sources d1
sp e1
space d1 h36 j20
spacelee c2 d10
spaces h8
spaeter d1 j2
spam a18 b2 c224 d116 e24 f11 g296 h9 i10 j27
spam-hits g1
spam-id g2
spam-like c3 g1
spam-sending c1
spam_client d1
spam_suspect c4 d4
spamantispam_bat a1 c1
spamassassin g11 j1
spambouncer g1
spambox f1 g2
spamc j1
spamcop c2 d17 j1
spamd j1
spamed g1
spamhaus c14 d86 f1 g4 j6
spamhaus's c2 d6
spamhaus-xbl d1
spamlisted d1
spammaster c1 d4
spammer c9 d20 g2 h5
spammers c4 d9 g1 i2
spamming c8 d12 g1
spammy c5 g3
spamprofiler g1
spamrats d1
spams c4 d1 g1
spamtext g1
spamtraps c3
spamversand d1
spamware i1
sparrad d1
spater i2 j4
spawn j1
spazio h2 j5
spb d1
speak f1
specific d1 h1
specifications f4 g5 j1
specified a2 f3 j1
specify e3
speed a4
speicherplatz h8
speichervolumen h1
spelling h1
spent a4 h1
sperrliste d3
spf a4 c12 d1 e302 f6 g2 i2 j13
spf-eintrag e2
spf-pruefung e2
spf-prufung e1
spf-result e1
spf-softail e2 f3
spfbl d3 f1 i1
spfs i1
spiacenti h1
spike a1 d1
spl-xbl d1
split a3 g1 i1 j1
spm c3 g21 i1
spojeni b1
spoke f2
spoken f1
spoofed d1 e3 g1
spoofing e1
spool h1 j12
spooling j2
spread a1
sprobowac i1
sprobuj i1 j2
sql j1
srs d1 e1 f1
ssl f7 j2
sslv3 f4
staat d1
stage c1 j5
standard f4 g2 i1
standards g2
standby j3
standing c3
start a1 f1 j2
starting j3
starttls e2 f27 j3
startup j1
state a1 c2 d2 e1 f1 g1 h2 j2
statistical g2
statistics c1 d2
stato d2 g1
status f2 h1 j9
stc a1 d1 g1
steht d3
stf a1
still b1 h1 j1
stop a1 d1 j1
stopped d2 g1 h1 j3
stopping j2
stops f3
stor g1
storage a1 g1 h38 j29
store j13
stored g1 h2 j1
storedrv a8 b2 c1 d2 f1 g1 h8 j12
storing j4
storleken g1
storung j1
strangers i1
stray f2 g2
stream f1 g1
strength f1
strict d3 e1 h3
stripped g1
strone g1
structre g1 j1
structure g2
sts-policy-fetch-error f1
stuck j1
stunde a2
stupid j1
su a1 b2 c2 d10 f2 g1
subclass g2
subdomains f3
subject c2 d2 f1 g17 h1 j1
subjectmismatch f1 j1
submission a17 c1 d3 f1 g1 j1
submissionquotaexceededexception a2
submit a1 c3 d3 f1
submitter f1
subnet b2 c1 d2
subpart g1
subscribed d1 h1
subscriber h4
subscribers c1 h2
subscription h1
subscriptions h8
substitute d1
subsystem f1 j1
succeed c11 d24 f4 h1 j7
succeeded h1 j1
success h1
such d5 f3 h52 j8
suffer c2 d2 f2
sufficient c1
suitable j1
suite f1
suivre d1
sul j5
sum g1
sunucu j2
suo b1
superado a4
superato a3
supero a1
support a7 c2 d3 e2 f6 j1
support-id i4 j2
supported f9 g2 j1
suppressed h4
suppression c1 d1 h2
sur d1
surbl g3
surcharge j4
sure f1 g2 h1
surriel d1
suspected a2 c7 d6 g6 h2
suspend h4
suspended c1 d3 h20 j3
suspendida h1
suspensao c1 d1 i1
suspicion c1 g8
suspicious c46 d10 e6 f1 g18 h3 i2
suspiciousremoteservererror j1
swamped j1
swap j1
switch j2
switched h1 j1
synchronization f3
syntactically f1
syntax f18 g3 h3
system a14 c107 d44 e5 f12 g42 h12 i1 j152
system's j1
systeme d1
systemfehler j1
systems i1
szara i1
szn h2
sが f2
s가 f2
t d4 i2 j1
t-online b2
t1 a9 c14 d3
table b1 d2 f1 h27 j1
tag g1
tageslimit a1
taille g5
take a4 c2 d3 g5 h2 i1 j7
taken a2 b4 c2 d26 e1 f14 g2 h24 i2 j4
takes d1 h3
takiego h2
taking d1 j2
talk d2 f7 j3
talked f1
talking a1 f2 j1
talos c1
tar g1
tarbaby d2 i5 j3
tard a1 b1 c4 d24 g4 i5 j23
tarde a2 b4 i4 j7
tardi a1 i1 j1
target a1 d2 f5 h2 j15
tarpit a1
tarpitted a1 d1
tcp b2 e3 j4
tdc d1
te a1 b1 d1 g1 j1
teade d1
team d1 h1
technical j5
tecnici j1
tego b2 d1
teie d1
tej g1
teknik j1
telephoning g1
tell f1
temp c1 d4 e1 j3
temperror e4 j1
tempfail i2 j2
tempfailed i3 j3
tempo a3 j2
tempor e2 i7
temporaily c1 i3
temporaire j3
temporairement d1 j1
temporal i2 j3
temporalmente d1 j1
temporaneamente j1
temporaneo j2
temporaria e1 i2
temporariamente d1 j4
temporarily a49 b4 c240 d57 e12 f33 g10 h52 i89 j188
temporario j2
temporarly j1
temporary a4 c2 d13 e28 f14 h7 i20 j256
temps a1
ten a1 i2 j1
tenant a2 h9
tenantattribution f2 h2
tentative i1
tente a1 b3 i4 j4
terminated f1 h3 j2
terminating j1
terms d1
terug i1
test d1 f4 i1
testing d1
text f1 g9
than a17 b11 d1 f3 g12 h11 j4
thank d7 e1 f1 h8
thanks d1
that a30 c51 d17 e6 f19 g37 h112 i3 j13
the a137 b69 c147 d176 e127 f86 g138 h222 i19 j164
their a7 c9 d31 e9 h8
them a1 b1 g1 h1
then i1
there b4 c1 e2 f6 g3 h4 j10
therefore d2 g5
these d3 g1 h3
they a5 d2 f8 g2 h7 i2 j2
think g7
thinks g1
third d1
this a110 b68 c117 d212 e120 f89 g125 h174 i27 j81
thread a5 b4 h4 j6
threads j1
three d1
threshold a5 b1 c2 g7
throttle a1 c1
throttled a39 b6 c9 d1 j1
throttling a12 b2 j3
through d3 f1 h3
throughput a4
thrown j2
thumbprint f1 j1
tica e2 i7
ticket j1
tiempo j1
tiene f3 h2
tijdelijk j1
tijdelijke j2
tika j1
tilkobling j1
tillbaka i1
tillganglig j1
tiltolistan d1
time a44 b19 c3 d3 e2 f3 g3 h36 i17 j68
time-out e1
timed e2 f2 h7 j76
timeout d1 e2 f4 h2 j156
times b3 h2 j1
tjansten j1
tld d5 f2 j2
tls b9 e2 f81 j32
tls-verschlusselung f1
tlscertificatename f1
tlsv1 f2
tnmpmscs a2 h3
to a119 b39 c402 d420 e162 f208 g198 h320 i90 j353
today a9 c1
today's a4
toegang d1
toemail h1 j1
token j3
tomorrow a3 d1 j2
tonight j1
too a311 b327 c143 d37 e7 f145 g53 h63 i7 j108
took a1 j2
tor d2
tornate i1
total a3 f1 j2
tra c2 i7
trace d1
traceback j1
track c1
tracking j1
traffic a8 c10 d12
tranmission j1
transaction a11 c4 d24 f13 g24 h7 i1 j19
transactions a1
transfail h1 j2
transfer a3 b1 c3 d1 j2
transferred d1 h1
transient a2 c2 d7 e3 f4 j3
transit f2
translation j1
transmission a6 b23 c1 d3 f4 h1 j39
transmit j1
transmitters f1
transport d3 f1 j4
trap c4
traps c2
trc a1
treat h2 j2
treated e1
trend c4 d13
trial f1 i1
tried a1 b1 h26
trigger g1
triggered c2 d2 g3
triggers g1
trimmed a1
triple i2
triplet i8
trjct d2
trojan g1
trop a10 b15 f3 g1 j2
troppe a2 b4
troppi a1
troppo g1
trouble e2 h4 j10
troubleshooting e3 g1
truncated j1
trust c9
trusted c3 d2
trustworthiness c1
try a165 b95 c73 d81 e15 f33 g22 h84 i213 j464
trying a32 f1 h28 i1
ts01 a3 c25 i1
ts02 c5
ts03 c9 d15
tslow a1
tss04 a4 c31
tss05 c5
tss06 c5 d7
tss07 d3
tss09 c2 d6
tss11 d1
tste j4
tu a5
tul a1
tunnel j1
tuo b2 d3
turn f2 h1
turned d1 j1
two c1 g4
twoj c2 d5
twojego a1 b1
tymczasowo c2 d2 j1
tymczasowy j2
type g18 h2
typed h1
typeerror j1
types g2
typically d2
typo h1
typos h7
u j5
ube g3
uberlastet j4
uberschritten a3 h1 j1
uce g1
ueberschritten h8
uh j1
uid j7
um f1
uma d1
un g2 h4
una h1
unable d3 e4 f18 h27 i1 j95
unacceptable d1 g5
unaccessible i1 j1
unaffected f1
unaligned e3
unallocated h1
unauthenticated d4 e63 f4 h8 j1
unauthorised d1
unauthorized d5 e2 h1
unavail j1
unavailable a16 b5 c44 d132 e7 f10 g5 h81 i31 j209
unbalanced g1
unbekannt h5
unblock a1 c2 d3
unconfigured f1
und f1
undefined j7
undeliverable f2 h12
undelivered h3 j4
under c1 d2 f1 g9 h2 j8
undesirable d1
undisclosed g1
unexpected a6 c27 f4 j18
unexpectedbound g1
unexpectedly j2
unfortunately a7 c17 d43 h3
ungultig f1
unhandled h1 j1
unicomp d1
unidentified f1
unifiedgroupagent h1
unique a1
unknown a1 c27 d20 e1 f32 h109 i29 j3
unknowns a1 c2 h1
unnecessary h7
unos a1 i1
unreachable f5 h1 i2 j10
unread h1
unreadable g1
unrecognised f2
unrecognized d1 f7 h1 i1
unregistered d2
unresolvable f9 h1
unrouteable f7 h5
uns d1
unsafe c2 g3
unseen i1
unser j1
unserem d1
unserer d2
unsolicited a16 c87 d6 f1 g26
unspecified j1
unsubscribe g3 h1
unsubscribed h2
unsuccessful f1
unsupported a2 f7 j9
unter d1 e1
unterstutzen f1
unterstutzt f2
until a3 b1 c1 d4 e1 f1 j1
untrusted a10 c9
untrustedroot f2
untrustworthy c1 d2
unusual a27 c98 d6 g2
unverified d1 f5 h26 i4 j11
unverifyable a1 f2
unwanted c1 d8 f1 g4
unwelcome d1
unzulaessige g1
unzulassigen g1
up a10 b3 c7 d2 e26 f6 g1 h4 i1 j9
update f4 j1
updated j1
updating j2
upgrade f5 j1
upgraded j1
upstream d1 f1 h3 j28
urge g1
uribl d2 g4
url c7 d1 g33 j1
urlbl1001 g1
us a5 b1 c5 d13 e1 f7 g2 h8 i8
use b9 c3 d26 e4 f30 g2 h11 j3
used a13 b4 c3 d6 f1 g1 h8 j2
useddiskspace j2
user a55 b2 c66 d23 e2 f16 g8 h314 i1 j14
user's b1 c1 d6 h19 j1
user-pc f1
userid c1 d1 g2 h1
username f1 h1
users a13 c113 d8 e24 f5 g16 h2
usersearch h3
uses d1 i1
using a1 c31 d120 f5 g7 i2 j4
usluga j1
uso h1
usr j6
usual a4 c1 d1
usually c1 j1
usuario h9
usuniete h1
utc a1
utente h3
utilisateur h2
utility j5
utilizator h1
uucp f1 h1
uw d2
uzenet a1
uzivatel h1
uznana g1
uzytkownik h1
uzytkownika h1
uzytkownikow j1
vade c1 d1 g2
valid d1 e8 f47 g6 h37 j1
valid-address-filter h1
valida e2
validate e1 h2
validating f4 i3 j1
validation e16 f5 h2 j8
valido f2 h2
validrcptto h4
value d2 f1 g2 j2
van d1
vanaf b1
vanished j1
var j5
vase d1
vasi b1
vba g1
veel a1 b1
velocity a1
verb f1
verbietet e1
verbindingen b1
verbindung f1
verbindungen b7
verbindungslimit b2
verdict g1 i1 j1
vereinbart a1
verfugbar j2
verhelpen d1
verificacao e3
verificacion e1
verification d2 e12 f19 g1 h18 i5 j11
verifie f4
verified e4 f14 h4 i1 j3
verifier b7 e2 f1
verify d3 e9 f49 h20 i2 j20
verifying f4
verizon c3 d9
vers d2
versandlimit a1
version f8 j5
versions f2
versuchen d1 i6 j5
verweigert d4 j1
very c30 d1 j1
verzendlimiet a1
verzonden a1
vetado d1
veuillez b8 c4 d24 e2 f1 g4 i3 j20
vhost a1
via c16 d6 f2 h7 j1
viele a7 b6
view g1
violates d5 h1
violating d1
violation a7 d18 e9 f10 g3 h2
violations c10 d15 f2 h1
virenscan j1
virhe j1
virtual f1 h11 j1
virus c1 g31 i1 j25
virus-scanner j2
virus_scan j3
viruses i1 j2
virusmails j3
virusware i1
visit a30 b14 c115 d126 e28 f39 g66 h21 i3 j3
vite a1
vmta j1
vnitrni j1
voce a3
voll h3
volle h1
volta a2
volte i1
volume a24 c32 e1 h3 j2
volumineux g1
von b5 d2 h1
vorhanden f1
vorubergehend d1 j2
vostro a1 b1 d1 f1
votre b11 c3 d9 e3 f3 g2
vouches e1
vous a2 b1 d2
vpn d1
vps d2
vs1-ip c6 d3 f1 h2
vsp c1 d1 g1
vuelva i1
vulgar g1
vynecha j1
w j1
wait a9 b1 f2 i17 j3
waited j1
waiting i1 j22
want c2 d12 e1 h9
wanted d2 g3
warm c1
warmed a1 c2
warming c2
warten a1
wartungsarbeiten j1
was a10 b1 c19 d54 e33 f19 g45 h26 i8 j35
wasn't f3 j3
watch d1
wave d1 j1
way d2 h2 j2
we a28 b4 c18 d42 e3 f9 g16 h26 i13 j6
we're d1 i1 j4
we've d1
weak c1 f3
weather j1
web a3 d1 f3 h1
webhook j2
websites d1
wegen c1 d2 g1
weighs g1
welcome c1 d10 f1
well f1
wenigen i1
went c1 j2
werden e1 f1
were b1 c1 d1 j1
weren't a7 c16 d38 h1
weryfikacja e1
wewnetrzny j1
what a3 f2 g1
when b1 c1 d3 e3 f1 h5 i1 j4
whether h1
which a3 c1 e1 h8 i1
while d1 e6 f6 g1 h2 i3 j22
whitelist d13 f4 g1 h1
whitelisted d1
whois d3 h4
whom h1
whose f3
why c10 d6 g6 h1 j7
wiadomosc g3
wiadomosci a4 g1
wiecej h1
wiederholen i2
wiederkommen i1
wiele b2
will a30 b2 c19 d56 f1 g2 h32 i14 j8
willing a1
window a1 j2
windows a1 b1 c2 d3
winsock j4
wird f2 j1
wirusa g1
with a1 b1 c20 d11 e64 f33 g25 h11 j37
within a11 b1 c1 d1 g6 j1
without a1 c1 d3 e1 f11 g4 h4
wm d4
woerter g1
won't c1 d2
word g3 j1
words g14
work j1
worker j4
workers j1
working e3 g1 j3
works h2 j1
workspace a1 c3 f1 j2
would d3 h6
writable j1
write d4 h1 j40
writing h1 j9
written h1 j4
wrong f8 g1 h6 j8
wrote h1
ws j1
wurde c1 d5 g3
wyslanych a1
x a9 b2 d5 g1 i6 j3
x-host-lookup-failed f3
xbl c1 d6 g1
xdns f5 j3
xerr j1
xgemail_0003 e1
xgemail_0004 d1
xgemail_0006 f2
xgemail_0007 j1
xgemail_0008 d2
xgemail_0011 h2
xgemail_0012 g1
xgemail_0014 a1
xnioe j3
xtout j5
xx i1
xxxx c2 d5 j7
xxxxx c2 f1 h1 i3 j2
xxxxxx a1 c2 d1 g1
xxxxxxx c1 d3 e1
xy d1
xyz d2
ya i1
yahoo a1 c1 d2 e6 g1 h18 j21
yandex c1 d2 j3
year h1
yesterday d1
yet c3 d1 f8 h6 i16 j5
yhteytta b1
yok h1
you a109 b38 c64 d161 e5 f67 g20 h85 i31 j11
you'd a3
you're a2 c3 d16 f3 g2 j1
you've a3 b2 f1
your a157 b113 c333 d424 e62 f234 g70 h79 i32 j29
yours a1 b1 f1
yourself f1
ypbind j3
yun-medusa d1 g1
yuva j1
z a1 b4 d1 j1
za a1 c2 d2 g1 i3
zablokowane d1 h1
zablokowany c2 d5
zajety j1
zaman j1
zarafa j1
zawiera g1
zbyt a1 b2
zehn i1
zeit a3
zeitlimit j1
zeitueberschreitung j1
zen d2
zero c1
zerospam c1 d1 i5
zimbra j1
zip g7
zkuste i1
znajduje d1
zobacz g1
zoho d3 e1 g1 h1
zombie c1 d1
zombied d1
zone d1
zostal c2 d3
zostala g2
zostalo h1
zprav a2
zprava g1
zu a9 b6 c1 f1 g2
zugriff d3
zulassig g1
zurzeit j1
zustellen i1
zustellung i2
zuviele h4
zwarte d1
адреса a2 b1 d1 f1 h1
базы j1
в a2 d1
ваш d3
ваше g1
вашего a2 b1 c1 d2 f2
вирус g1
внутренняя j1
временная j3
временно d1 i1 j3
временные j1
время j1
вход d1
высокая j1
данных j1
для f2
домен f1 h1
допустимая a1
достигнут b1
доступ d2
за a1
заблокирован d2
занесён d1
записи f2
запись f1
запрещен d1
запрещена d1
запрещенные g1
запрещён d2
истекло j1
как g1
количество b1
контент g1
лимит a4
минут i2
много a2 b2
на g2 j1
нагрузка j1
найден h2
нас h2
не e1 f1 h3 j1
недействительна e1
недоступен j2
неполадки j1
нет f2 h3
низкая c1
обнаружены g1
обратная f1
обратной f2
обслуживание j1
одновременных b1
одного b1
ожидания j1
остановлен j1
отклонено g1 i1
отклонён g1
отправителя f1
отправка d1
отправки a2
отсутствует f1
ошибка j4
перегружен j3
переполнен h3
писем a5
письмо g2
плохая c1
повторите i3 j1
подключений b1
подключения b1
подпись e1
позже i2 j4
получателя h2
пользователь h2
пользователя h1
попробуйте j3
попытку i2 j1
последний a1
похоже g2
почтового h1
почтовый h3 j1
почту j1
превышен a4
превышена a1
превышено b1
предел b1
признано g1
принимает j1
приходите i1
проверка e1
пройдена e1
репутация c2
с a2 b2 d2
сервер d1 j7
сервера j1
сервис j1
серый i1
скорость a1
слишком a2 b3 c1
слова g1
содержит g1
соединений b3
сообщение g3
сообщений a2
спам g3
спамом g1
список i1
стоп-лист d1
суточный a1
существует f1 h1
такого h3
технические j1
техническое j1
у h2
час a3
частые b1
через i2
числа b1
ящик h3
ящика h1
あて h1
いた c2
いっ h1
いで h1
いま a1 b1 d3 f2 h1 j4
えて b1
えま a1
から a1
がい h1
がド j1
が上 a1 b1 f1
が低 c2
が制 b1 d1
が大 g2
が拒 d1
が検 g1
が混 j2
が発 j1
が設 f2
が高 a2
きd f2
きす g2
きま j2
ぎま a2 g2
くだ i2
さい i2
され d4 f2 g3 j1
した a2 b1 c2 d1 e2 f1 g3 j2
して a1 i2 j1
しま a1 b1 c2 e2 f1 h1 j1
すぎ a2 g2
する h1
せん f2 h2 j2
ただ j2
ため c2
だい j2
ださ i2
って j1
っぱ h1
てい a1 b1 d3 f2 j2
てく i2
て先 h1
でき j2
です h2 j2
と判 g2
によ e2 j1
に再 i2
に登 d2
に達 a2 b1 f1
のメ h2
のレ c2
の上 a1
の制 a1
の送 a1
はい h1
は存 h1
は拒 d2
は満 h1
は現 j2
ぱい h1
まし a2 b1 c2 d1 e2 f1 g3 j2
ます a3 b1 d3 g2 j2
ませ f2 h2 j2
まメ j2
み合 j1
め受 c2
より e2 j1
らの a1
り受 e2
り接 j1
るユ h1
れて d3 f2
れま d1 g3 j1
を保 c2
を拒 e2
を超 a1 b1
アク d2
アド d2 h1
イズ g2
イル g1
ウイ g1
エラ f1 j1
クス h2
クセ d2
サイ g2
サー j6
ザー h1
ショ c2
シー e2
スが d2 g1 h1
スは d2 h2 j2
スト d2
スパ g2
ス中 j2
ズが g2
セス d2
ック h2
ップ j1
テナ j2
テー c2
トが a2
トに d2
ドレ d2 h1
ドロ j1
ナン j2
バー j3
バ過 j1
パム g2
ビス j2
ピュ c2
プさ j1
ボッ h2
ポリ e2
ムと g2
メン j2
メー g2 h3
ュテ c2
ユー h1
ョン c2
ラー f1 j1
リシ e2
リス d2
ルア h1
ルサ g2
ルス g1
ルボ h2
レス d2 h1
レピ c2
レー a2
ロッ j1
ンが c2
ンス j2
ンテ j2
ーが j3
ーに e2
ーは h1
ーザ h1
ーシ c2
ート a2
ーバ j4
ービ j2
ール g2 h3
ー内 j1
ー数 f1
一i a1 b1
一个 b3
上限 a2 b2 f1
不允 g1
不包 e1
不可 j1
不存 c1 d1 f1 h5
不足 c1 h2
个i b3
个连 b2
中で j2
临时 b2 c1 d2
为垃 g1
为异 c1 d1
了大 a1
了网 a1 b1
了过 a1
于频 a1
人不 h1
人域 f1 h1
人邮 h1
件人 f1 h4
件内 g2
件大 g2
件的 a1
件类 g1
件被 g1
低い c2
低发 a1
保留 c2
信を c2 e2
信レ a2
信件 a1
信元 c2 d2
信域 c1
信息 g1
信数 a3
信誉 c3
信过 a2
信频 a1
允许 b2 g1
元i c2 d2
先の h2
入黑 d2
关闭 f1
内发 a3
内容 g3
内部 j2
再试 a1 b1 j5
再送 i2
出さ g1
分後 i2
分钟 i2
列入 d2
列表 c1 d1
判定 g3
利用 j2
到敏 g1
到最 f2
制发 c1
制限 a1 b2 d1
前服 j1
务器 e1 f1 g2 j5
务暂 j2
包含 e1 g2
反向 f2
发件 f1
发信 a3 c2
发连 b3
发送 a6 c1 d1 i1
受信 c2 e2
可用 j1
合っ j1
同一 a1 b1
同时 b1
同時 b1
名不 f1 h1
名信 c1
名单 d2 i1
后再 a1 b1 j5
后重 i4
向解 f2
否さ d1
否し e2
否リ d2
否有 c1 d1
含您 e1
含敏 g1
含违 g1
器i g2
器内 j1
器忙 j1
器没 f1
器维 j1
器负 j1
器错 j1
在し h1
在利 j2
在情 c1 d1
在接 c1 d1
在短 a1
在该 h1
地址 d1
圾邮 c1 d1 g1
址已 d1
垃圾 c1 d1 g1
型不 g1
域名 c1 f1 h1
多允 b2
多邮 a1
大き g2
大小 g2
大连 b1
大量 a1 c1 d1
大错 f4
太快 a1
失败 e1
存在 c1 d1 f1 h6
定さ f2 g2
定为 g1
宛先 h1
容包 g2
对发 c1 d1
封禁 d1
小时 a1
小超 g2
少反 f1
已满 h1
已被 b1 d2
已达 b2 f4
并发 b3
并核 c1 d1
度不 c1
度太 a1
度过 c1
异常 c1 d1
引き f2
当す h1
当前 j1
录不 e1
後に i2
您i b1
您发 a1
您的 a1 c1 d3 e1 f1
情况 c1 d1
感内 g1
感词 g1
或者 c1 d1
户不 h1
户发 c1 d1
护中 j2
拒否 d3 e2
拒绝 d2
接关 f1
接收 c1 d2
接数 b6
接続 b3 j1
接超 j1
收件 h4
收来 d1
收者 c1 d1
效性 c1 d1
敏感 g2
数が a1 b2 f1
数の a2
数制 b1
数已 b1
数超 b1
数过 b3
数量 a1
新发 i1
日間 a1
时不 j1
时发 a1
时封 d1
时并 b1
时禁 b2 c1 d1
时间 a1
时限 c1
易的 a1 b1
是否 c1 d1
時接 b1
暂停 j1
暂时 c1 j1
最多 b2
最大 b1 f4
有反 f1
有效 c1 d1
有用 c1 d1
服务 e1 f1 g2 j7
期内 a1
期间 a1
来自 b1 d1
杯で h1
析记 f1
查是 c1 d1
核对 c1 d1
检查 c1 d1
检测 g1
検出 g1
次数 f2
止连 b2 c1 d1
此邮 h1
每小 a1
毒或 c1 d1
没有 f1
测到 g1
混み j1
混雑 j1
満杯 h1
灰名 i1
率过 a2
現在 j2
生し j1
用で j2
用户 c1 d1 h1
留し c2
病毒 c1 d1
発生 j1
登録 d2
的i c1 d3
的发 a1
的并 b1
的服 e1 f1
的连 b1
的速 a1
的邮 d1
的限 a1 b1
短时 a1
短期 a2
禁止 b2 c1 d1
稍候 j1
稍后 a1 b1 i2 j5
空间 h2
箱不 h1
箱已 h1
箱空 h2
类型 g1
系统 j6
続が j1
続数 b3
繁忙 j4
绝接 d1
统繁 j4
统维 j1
统错 j1
维护 j2
缺少 f1
网易 a1 b1
者垃 c1 d1
者大 c1 d1
自您 b1
自该 d1
行为 c1 d1
表有 c1 d1
被临 b2 c1 d2
被列 d2
被判 g1
被拒 d1
规信 g1
解析 f2
設定 f2
該当 h1
誉度 c2
誉较 c1
记录 e1 f1
证失 e1
该i a2 b1 c1 d2
该收 h1
误数 f2
误次 f2
请于 i2
请检 c1 d1
请稍 a1 b1 i2 j5
请降 a1
負荷 j1
负载 j1
超え a1 b1
超时 j1
超过 a3 b2 g2
载过 j1
较低 c1
达上 b1
达到 f2
达最 b1 f2
过了 a1 b1
过于 a1
过低 c1
过多 a2 b1
过大 b2
过每 a1
过限 a1 b1 g2
过高 a2 j1
违规 g1
连接 b8 c1 d1 f1 j1
送し i2
送了 a2
送信 a5 c2 d2
送列 c1 d1
送数 a1
送病 c1 d1
送行 c1 d1
送速 a1
送邮 a1
送频 a1
逆引 f2
速度 a2
過負 j1
達し a2 b1 f1
邮件 a2 c1 d2 g5
邮箱 h4
部エ j1
部错 j1
重新 i1
重试 i3
量不 c1 d1
量信 a1
量限 a1
録さ d2
钟后 i2
错误 f4 j4
間送 a1
间不 h2
间内 a2
附件 g1
降低 a1
限さ d1
限に a2 b1 f1
限を a1 b1
限制 a3 b2 c1 g2
雑し j1
频率 a2
频繁 a1
验证 e1
高す a2
黑名 d2
가득 h1
결이 j1
과하 a1 b1
과했 b1
끊어 j1
내부 j4
니다 a1 b2 d3 e1 f2 g2 h2 j5
다시 i1
단되 g2
단된 d1
도해 i1
동시 b2
되어 d2 f2 g1
되었 g2
등록 d2 f2
록되 d2 f2
록에 d2
류가 j1
류되 g1
류입 j1
메일 g1 h1
목록 d2
발생 j1
발송 a1
방향 f2
버가 j2
분류 g1
사용 h1
생했 j1
서버 j3
세요 i1
수를 b2
수신 h1
스템 j1
스팸 g2
습니 a1 b2 d2 e1 f2 g2 h1 j1
시도 i1
시스 j1
시적 j1
신자 h1
실패 e1
않는 h1
않습 f2
어졌 j1
었습 g2
역방 f2
연결 j1
였습 a1 b1
오류 j5
용자 h1
으로 g1
인증 e1
인해 j1
일로 g1
일시 j1
일함 h1
입니 d1 h1 j2
있습 d2
있지 f2
자의 h1
자입 h1
잡합 j2
재하 h1
적인 j1
점검 j1
접속 b2
제한 a1
졌다 j1
존재 h1
주세 i1
중입 j1
증에 e1
차단 d3 g2
찼습 h1
초과 a1 b2
패했 e1
팸으 g1
하였 a1 b1
하지 h1
한을 a1
함이 h1
합니 j2
해당 d2
했습 b1 e1 j1
혼잡 j2
후에 i1
`;
