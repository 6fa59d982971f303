"""Sentences for the circumvention engine in the languages that it knows: proposals to leave the
platform without an address, and its numbers and apps, as people ask for them there; and those that
only look so.
"""

from __future__ import annotations

_WAYS_OUT = """
let's do this deal outside the platform
can we continue outside of this app?
I'd rather talk off here
we could settle the payment off the site, easier for both
pay me directly and we both avoid the fees
if you book with me directly you skip the airbnb service fee
let's avoid the commission, just send it via bank transfer
cancel the booking and pay me cash, no fees
message me outside the app
can we take this off Etsy?
you can pay outside Airbnb and save the service fee
happy to sell it to you off ebay
let's chat on another app
we can move this to another app if you don't mind
is it ok if we finish this away from the site, my account is limited
let's do this outside the app so we don't pay the fee
message me outside the app because they read the chats
can we continue on another platform? they read everything here
pay me directly and I'll give you 10% off, the site takes too much
message me on another app
lass uns außerhalb der App reden, dann zahlst du keine Gebühr
lass uns das außerhalb der Plattform machen
zahl mir das lieber direkt, dann sparen wir die Gebühren
wir können uns die Servicegebühr sparen, überweis mir direkt ohne Gebühren
können wir außerhalb von Airbnb schreiben?
on peut continuer hors de la plateforme
payez-moi directement par virement, sans commission
écrivez-moi en dehors du site
on peut s'arranger sans passer par le site, tu paies en liquide
on fait ça en liquide pour éviter les frais
podemos hablar fuera de la plataforma
mejor hablamos por fuera de la app, así no pagas comisión
mejor págame directo y evitamos la comisión
prefiero hacerlo fuera de la app
pague por transferencia y sin comisiones, es mejor
podemos fechar por fora do site
me chama, fazemos direto sem taxas
melhor pagar por fora da plataforma
podemos fechar por fora do site, assim você não paga taxa
manda um pix direto e evita a taxa
possiamo sentirci fuori dalla piattaforma
paga con bonifico senza commissioni
scrivimi fuori dal sito
possiamo parlare fuori dal sito, così non paghi commissioni
facciamo direttamente e risparmiamo le commissioni
laten we dit buiten het platform regelen
laten we het buiten het platform doen, dan betaal je geen kosten
betaal liever rechtstreeks zonder kosten
kunnen we buiten Marktplaats afspreken
stuur een tikkie, dan besparen we de servicekosten
uygulama dışında anlaşalım
site dışında konuşalım mı
elden ödeme yaparsan komisyon ödemezsin
havale gönder komisyonsuz halledelim
давайте договоримся вне сайта
переведи напрямую на карту без комиссии
можем мимо площадки
давайте вне сайта, чтобы не платить комиссию
лучше наличными, без комиссии
دعنا نتكلم خارج التطبيق
نكمل الدفع خارج المنصة
ادفع مباشرة بدون عمولة
حول لي كاش بدون رسوم
ऐप के बाहर बात करते हैं
सीधे पेमेंट कर दो बिना कमीशन
app ke bahar deal karte hai
bina commission direct upi karo
yuk transaksi di luar aplikasi
transfer langsung saja tanpa potongan
kita lanjut di luar platform saja
bisa bayar langsung tanpa biaya admin
bel me op 06 12345678
mijn nummer is 06-12345678
stuur me een appje 0612345678
app me op whatsapp
stuur me een bericht via telegram
اتصل بي على 0501234567
رقمي 0501234567
راسلني على الواتساب
كلمني على التليجرام
تواصل معي عبر انستقرام
मेरा नंबर 9876543210 है
मुझे कॉल करो 98765 43210
मुझे व्हाट्सएप पर मैसेज करो
mera number 9876543210 hai
mujhe whatsapp pe msg karo
telegram pe aao
call karo 9876543210
nomor saya 0812-3456-7890
hubungi saya 081234567890
WA saya 0812 3456 7890
chat aku di telegram ya
lanjut di WA aja
liga pra mim 11 98765-4321
meu whats 11987654321
me chama no 21 99876 5432
scrivimi al 347 1234567
il mio cell 3471234567
bana yaz 0532 123 45 67
numaram 0 532 123 45 67
contactez-moi au 06 12 34 56 78
escríbeme al 612345678
schreib mir unter 0176 12345678
набери меня 8 (912) 345-67-89
"""

_INNOCENT = """
never pay outside the platform
we can move this to another app server
never pay outside the app, so you don't lose money
he said let's pay outside the app, I refused
if someone wants to pay outside the app, report them
the site takes too much memory, can I pay you directly?
the app takes a percentage of every sale, that is normal
we continue on another site next week, the excavation is done here
don't pay off the app, it is a scam
he asked me to pay outside Airbnb, is that allowed?
sellers who want to deal outside the site get reported
please do not send money outside of the app
is it against the rules to take payments off Etsy?
they tried to get me to text outside the app
we could eat outside of here, the weather is nice
can we sit outside the app store?
let's go outside
I walked off the site because of the rain
how do I get off this platform at the station?
the train leaves from the other platform
can we move to another platform for our build server
is there a card without foreign transaction fees?
how to avoid paying bank fees
the fees are high but the school is good
can I skip the late fee at the library
no fees for students this year
I'd rather pay the fee than wait
they pay commission on every sale
we want to avoid the cut on the left hand
let's talk outside after class
can you work from home, away from the system?
I prefer to read on another device
I use a different app for photos
someone said message me on another app and it was a scam
the app crashed, can we continue in another one
please turn the lights off here
we should talk about the fees
contact the platform if the app is off
our flight was cancelled and they paid the fee
wie hoch sind die Gebühren bei euch?
ich wohne außerhalb der Stadt
zahl niemals außerhalb der Plattform
gibt es ein Konto ohne Gebühren?
die App läuft auch außerhalb des WLANs
können wir draußen essen
on habite hors de la ville
on peut payer en liquide au guichet sans passer par le site ?
ne payez jamais en dehors du site
les frais de port sont trop élevés
une carte sans frais à l'étranger
on peut manger dehors
vivo fuera de la ciudad
nunca pagues fuera de la plataforma
no pagues fuera de la app
no podemos pagar fuera de la app
una tarjeta sin comisiones
vamos a comer fuera
a taxa de juros subiu de novo
vamos jantar fora hoje
nunca pague por fora do site
um cartão sem taxa de anuidade
andiamo a mangiare fuori
non pagare mai fuori dalla piattaforma
un conto senza commissioni
abito fuori città
betaal nooit buiten het platform
we gaan naar buiten
een rekening zonder kosten
ik woon buiten de stad
site dışında ödeme yapmayın, yasak
komisyonsuz kredi kartı var mı
şehir dışında yaşıyorum
никогда не платите вне сайта
карта без комиссии за обслуживание
мы живём вне города
проехал мимо магазина
لا تدفع خارج التطبيق
أعيش خارج المدينة
حساب بدون رسوم
سافرت خارج البلاد
ऐप के बाहर पेमेंट मत करो
घर के बाहर खेल रहे हैं
bahar khana khane chalo
ghar ke bahar baat karo
app ke bahar payment mat karo
jangan transaksi di luar aplikasi
saya di luar kota
rekening tanpa biaya bulanan
kita makan di luar yuk
pesanan 081234567890 belum sampai
nomor resi 081234567890
bestelling 0612345678 is kwijt
رقم الطلب 0501234567 لم يصل
الفاتورة 0501234567
मेरा ऑर्डर 9876543210 नहीं आया
aadhaar number 987654321012
pedido 11987654321 atrasado
ordine 3471234567 in ritardo
ben whatsapp kullanmıyorum
saya suka telegram
واتساب لا يعمل اليوم
व्हाट्सएप बंद है
whatsapp pe status dekha
wa saya error terus
"""

WAYS_OUT = _WAYS_OUT.strip().splitlines()
INNOCENT = _INNOCENT.strip().splitlines()
