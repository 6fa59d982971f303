"""Sentences for the circumvention engine: one a line, those that lead off the platform and those
that only look so. A `\\u` escape stands for a letter that looks like another.
"""

from __future__ import annotations

_INNOCENT = r"""
we won 4-1, 3-3, 2-0, 1-2 and 5-4 this month
6-3 4-6 7-5 in the final, 6-2 6-1 before that
quarter scores 21-18 24-30 19-27 31-22
sets: 25-23 25-21 22-25 19-25 15-12
sudoku row 5 3 4 6 7 8 9 1 2 done
ratings so far 4 3 5 5 2 4 1 5 3 4 2
dice: 6, 2, 2, 5, 1, 3, 3, 6, 4, 1
numbers drawn were 7 12 19 23 31 44
bingo 5 22 33 47 61 70 12 9
the serial is 4478120093 on the back
Serial no. 212-555-0147-A is recalled
S/N 8675309122 does not boot
model 415-555-2671 is out of stock
part number 646 555 0188 fits the drill
UPC 234 567 8901 will not scan
EAN 4006381333931 is for the pens
ISBN 0-306-40615-2 is what the library has
barcode 7350053850019 is torn
Order 2125550147 was never delivered
your order number: 646-555-0143
Bestellnummer 0176 55512345 ist noch offen
meine Bestellung 030 9018200 kam nie an
Rechnung Nr. 0221 4455667 ist bezahlt
Kundennummer 0711 2233445 bitte angeben
commande 06 12 34 56 78 pas encore partie
mon colis 0612345678 est perdu
pedido 612 345 678 sin llegar
mi factura 934 567 890 tiene un error
siparis numaram 5321234567 hala yok
kargo takip 0532 123 45 67 gelmedi
invoice 4155552671 is overdue
tracking 9400 1000 0000 0000 0000 00 says delivered
ticket 415-555-2671 is still open
case 2025550143 was closed
is 2025550143 a prime number
is the number 3125557890 prime or not
the sum was 98765432101 in the end
pi is 3.14159265358979
1732821485 was the epoch second
timestamp 1700000000 in the log
at 2024-11-29 18:30 we start
on 12/11/2024 at 10:00 or 13/11/2024
the years 1998 2002 2006 2010 were theirs
from 1914 to 1918, then 1939 to 1945
population 8 336 817 by the last count
5.678.901 Einwohner und 1.234.567 Autos
about 1 234 567 people came
it costs 1.299.000 TL or so
my router is 192.168.178.1
ping 10.20.30.40 and 172.16.254.1
ffmpeg version 6.1.1.20240101 crashed
Python 3.12.1 and 3.11.9 are both fine
build 20240615.1234 is broken
room 4021, row 17, seats 22 to 28
flight 4021 at gate 17, lands 22:45
my high score is 8675309
he has 5551234 points and 867 5309 coins
my KD is 2.31 over 1203 games
1.d4 d5 2.c4 e6 3.Nc3 Nf6 4.Bg5 Be7
1. e4 c5 2. Nf3 d6 3. d4 cxd4 4. Nxd4 Nf6
Rxe5 12.Qh5+ g6 13.Qxe5 0-0 14.Bd3
coordinates 52.520008, 13.404954
lat 48.8584 long 2.2945 is the tower
transaction 4539 1488 0343 6467 was refused
uuid 550e8400-e29b-41d4-a716-446655440000
commit 8c1f9a2b7d3e4f5061728394a5b6c7d8e9f01234
md5 d41d8cd98f00b204e9800998ecf8427e
git clone git@gitlab.com:team/tool.git
git remote add origin git@bitbucket.org:acme/site.git
scp notes.txt deploy@web1.example.com:/var/www/
ssh root@db2.example.org and look at the log
rsync -a me@backup.example.net:~/photos .
curl http://admin:secret@example.com/status
wget ftp://anonymous:guest@ftp.example.org/pub/x.gz
postgres://app:pw@db.example.com:5432/app
redis://default:abc123@cache.example.org:6379
amqp://guest:guest@rabbit.example.net/vhost
https://maps.example.com/@52.52,13.40,15z
https://medium.example.com/@writer/a-story
see https://www.example.org/team/Anna@firma.example/calendar
https://example.com/unsubscribe?email=ann@example.org&id=7
www.example.com/rooms/Board@hq.example.com
npm install react@18.2.0
yarn add lodash@4.17.21 left-pad@1.3.0
docker pull nginx@sha256.example
use logo@2x.png and icon@3x.jpg
@app.route in flask, @property in python
a decorator like @pytest.mark.slow
let x = a@b; y = c @ d.T
foo@bar is no address at all
lunch @ noon. in the park
we meet @ 5.30 at the gate
I lost my mail at gmail last week
my account at yahoo was closed
she works at gmail support
looking at outlook all day
see you at live tonight
we were live at proton in the club
meet me at mail room B
my password at hotmail is long gone
everybody at google and yahoo knows
I was on gmail.com when it happened
my inbox on yahoo.com is full
the dot com bubble burst in 2000
the whole dot com era was wild
a polka dot app icon looks fun
connect the dot me first
a red dot in the corner
put a dot io wants one
join the dots, net result is a cat
it was good.so was the other
I like it.in the end we stayed
well...me too
hmm...no way...at all
e.g. this, i.e. that, etc.
node.js and vue.js and next.js
os.path.join and sys.exit in main.py
my facebook is hacked, help
my instagram is so boring lately
my insta is private now
my telegram is acting up again
my discord is down
my whatsapp is broken since the update
my snapchat is dead
my paypal is blocked
facebook is not what it was
telegram was down and whatsapp works
the new instagram reels look awful
discord nitro is too expensive
instagram 2024 is full of ads
tiktok top10 list
whatsapp web2 does not load
telegram v10 is out
facebook messenger app is slow on iphone15
snapchat plus gen2 glasses
twitch and discord both lag
skype was bought in 2011
venmo or paypal for the team fund?
I paid with paypal last time
zoom at 3, do not be late
line 42 of the script fails
the signal was lost at sea
he is wise beyond his years
snap out of it
the teams tied 3 to 3
threads on this forum are great
they message me on facebook all day
scammers always add me on instagram
please don't call me on whatsapp
he never texts me on telegram
people keep adding me on snapchat
my facebook: hacked again
discord: server outage since noon
telegram: true
whatsapp=enabled in the config
loved the post by @nasa on instagram
did you see @bob's goal
@ann and @bob, are you coming
**bold** and _italic_ and `code`
[the rules](https://example.org/rules) are short
![cat](https://img.example.org/cat.png)
- [ ] buy milk
| a | b |
```x = 1```
for (i = 0; i < 10; i++) { s += a[i]; }
SELECT id FROM t WHERE a = 1 AND b = 2
if a.b.c == d.e: return f.g
#include <stdio.h>
rgb(255, 128, 0) or #ff8000
chmod 644 file && chown me:me file
Ich bin um 18 Uhr am Bahnhof
Wir sehen uns am 12.11. um 18:30
Das kostet 1.299,00 Euro im Laden
Der Punkt geht an dich
er hat einen wunden Punkt, com on
ruf mich an, wenn du da bist
ich habe sie bei facebook gesehen
mein instagram ist langweilig
Nos vemos el 12 de noviembre a las 18:30
me gusta mucho este punto de vista
a este punto no me importa
mi facebook esta lleno de memes
llama a tu madre de vez en cuando
je suis au point de partir
on se voit le 12/11 a 18h30
mon instagram est nul
appelle ta mere ce soir
aksam 18:30 gibi gelirim
benim facebook hesabim kapandi
bu nokta cok onemli
whatsapp coktu yine
telegramda bir kanal var mi
встречаемся в 18:30 у метро
в телеграме опять реклама
мой телеграм глючит
我在facebook上看到的
今日はdiscordが重い
call me at 5 or 6
text me when you land
call me tomorrow at 10:30
what's your favorite number
give me your number one reason
do you have a favourite app?
can we chat on the way home
we chat every night about games
face time with the kids is important
my number one song of 2023
phone battery at 86 percent after 1203 cycles
ring 4 times, then 2 times, then 9
text 12 lines, 30 words, 400 letters
telegram has 900000000 users by now
they paid 19000000000 for whatsapp
a signal-to-noise of 1234567
cell B12 to B2024 hold 1234 5678
call the function parse(1234567) first
the company dot com page is down
asp dot net is old
what's your email client
what's your discord server about
give me your contact at the company
pip install git+https://github.com/acme/foo.git@main
uses actions/checkout@v4.2.1
go get example.com/mod@v0.4.0
the grid is 5 3 0 0 7 0 0 0 0
votes: 9 4 7 2 8 1 3 6 2
answers are 1-b 2-c 3-a 4-d
innings 0 1 0 2 0 0 3 1 0
root@server:/etc# cat passwd
message 1029384756019283746 was deleted
my pin is 4821 9921
kik off at 19:30
I work at gmail.com as an engineer
it is hosted at outlook.com
my signal app needs an update
write to us at company.com
contact sales at company.com
ann,com and bob,net are no hosts
numara 10 Messi, numara 7 Ronaldo
мой номер дома 12, квартира 34
"""

_WAYS_OUT = r"""
call me at 867 5309 tonight
call me 555-0142 after six
my number is 555 0199
text me 5550123
ring me on 7946 0958
call me at 212-555-0147
text 646.555.0188 if you come
(312) 555-0123 is me
reach me at (415) 555-2671
+1 415 555 2671
my cell is 4155552671
whatsapp +44 20 7946 0958
+49 30 901820
tel: 030 9018 2045
ruf mich an: 0176 12345678
meine Nummer ist 0171/2345678
meine Handynummer 0151 23456789
appelle-moi au 06 12 34 56 78
mon numero: 0612345678
06 98 76 54 32
llamame al 612 345 678
mi numero es 934 56 78 90
chiamami al 347 123 4567
beni ara 0532 123 45 67
numaram 05321234567
позвони мне 8 912 345 67 89
мой номер 89123456789
0044 20 7946 0958 call
text me: 4 1 5 5 5 5 2 6 7 1
call 4-1-5-5-5-5-2-6-7-1
whatsapp 4.1.5.5.5.5.2.6.7.1
four one five five five five two six seven one
seis uno ocho tres cuatro dos seis siete cero
null eins sieben sechs eins zwei drei vier fünf sechs acht acht
What'sapp 1 213 400 1320
mail me: ann.lee@example.com
bob@shop.example
write to x_y-z+1@mail.example.org!
contact: müller@example.de
reach joe@gmail.com.
mailto:joe@example.com
写信给joe@example.com吧
**joe@example.com**
<joe@example.com>
joe@gmail.com/ann@gmail.com
https://joe.miller@gmail.com
write to bob @ g mail . com
bob@ g mail .com
bob @gmail .com
bob @ gmail . com
bob@gmail,com or bob @ gmail com
bob[@]example[.com]
bob[at]example[dot]com
bob(at)example(dot)org
bob {at} example {dot} net
bob <at> example <dot> com
bob [ @ ] example [ . ] com
bob (at) mail (dot) example (dot) com
bob.lee at gmail dot com
bob dot lee at gmail dot com
bobby at example dot com
bobby at gmail.com
bobby22 at gmail
email me: bobbylee at gmail
my email is bobbylee at yahoo
bobbylee at hotmail com
bobbylee gmail com
bobbylee hotmail dot com
bob_99 (at) gmail
bob arroba gmail punto com
bob@gm\u0430il.com
bob at gm\u0430il dot com
bob@g-mail.com
bob at gm4il dot com
bob@gmai1.com
b o b @ g m a i l . c o m
j o e 9 at g m a i l dot c o m
ｂｏｂ＠ｇｍａｉｌ．ｃｏｍ
bob@exa\u200bmple.com
t.me/joinme
https://t.me/+AbCdEf123
t . me / joinme
t[.]me/joinme
t dot me slash joinme
t.m\u0435/joinchat
\u0442.me/joinchat
wa.me/14155550123
wa . me/14155550123
discord.gg/abcdef
discord . gg / abcdef
discord dot gg slash abcdef
看t.me/joinme吧
chat.whatsapp.com/AbCd
bit.ly/3abc
paypal.me/bobby
cashsite dot com
mysite [dot] com
visit mysite dot net now
add me on whatsapp
add me on Tеlеgrаm
add me on tele-gram
add me on tele.gram
add me on tele gram
add me on t e l e g r a m
add me on t.e.l.e.g.r.a.m
add me on t-e-l-e-g-r-a-m
add me on t3l3gr4m
add me on te1egram
add me on telegr@m
add me on TeIegram
add me on Teleqram
add me on t\u0435l\u0435gram
hit me up on wh@tsapp
hit me up on whats app
hit me up on w h a t s a p p
hit me up on what's app
hit me up on watsapp
hmu on 1nstagram
hmu on in$tagram
text me on disc0rd
text me on dis cord
dm me on insta gram
message me via s.n.a.p.c.h.a.t
text me on signal
ͲeIєɠɾαm: @shirley_b
my WhаtsАрр is @bob99
my telegram: hans
my snap is cutie_99
my insta is @bobby
my ig: bobby_lee
my discord is bobby#1234
line id: hana88
wechat id: hana_wu
kik bob_99
telegram @shirley_b
ᴛᴇʟᴇɢʀᴀᴍ: @shirley_b
find @bobby99 on telegram
i'm @bobby on insta
let's talk on telegram
can we move to whatsapp
wanna chat on discord
do you have whatsapp?
what's your snap
give me your number
send me your email
cash app $bobby
$bobby on cash app
venmo @bob-smith
schreib mir auf Telegram
schreib mir bei WhatsApp
füge mich auf Instagram hinzu
mein Insta ist @hans_99
escríbeme al WhatsApp
agrégame en Telegram
mi telegram es @pepe
ajoute-moi sur Snapchat
écris-moi sur WhatsApp
mon insta c'est @luc_75
scrivimi su Telegram
instagramdan ekle beni
加我微信 hana_88
加我telegram: hana_88
пиши в телеграм
мой телеграм @ivan
добавь меня в вотсап
DE89 3704 0044 0532 0130 00
card 4111 1111 1111 1111
1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
hmu 3125550199
her cell: 646/555/0123
Email: JANE@COMPANY.IO
jane(at)company(dot)co(dot)uk
jane_at_gmail.com
jane-at-gmail-dot-com
jane@gmail[.]com
jane【at】gmail.com
jane at gmail d0t com
d i s c o r d . g g / j a n e
dis.cord me: jane#1234
insta - @jane.doe
add me on te\u217cegram
add me on tele🔥gram
hit me on what$app
reach me on s-k-y-p-e
hit my line 6465550143
my # is 9175550188
mail: bob at company.com
bob@company,com
bob klammeraffe web punkt de
telegr\u0430m me at @b\u043eb
cutie_pie on insta
i'm bobby99 on snapchat
send to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq
"""


def _lines(block: str) -> list[str]:
    texts = [line for line in block.splitlines() if line]
    return [
        line.encode("ascii", "backslashreplace").decode("unicode_escape") if "\\u" in line else line
        for line in texts
    ]


INNOCENT = _lines(_INNOCENT)
WAYS_OUT = _lines(_WAYS_OUT)
