const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Mail of Japanese mobile networks; kept by ourselves, no public list separates it. November 2026. */
export const carrierDomains = words(`
docomo.ne.jp mopera.net
ezweb.ne.jp au.com ido.ne.jp sky.tu-ka.ne.jp sky.tkk.ne.jp sky.tkc.ne.jp
softbank.ne.jp i.softbank.jp disney.ne.jp
pdx.ne.jp willcom.com wcm.ne.jp y-mobile.ne.jp ymobile.ne.jp ymobile1.ne.jp emobile.ne.jp emnet.ne.jp
uqmobile.jp rakumail.jp mineo.jp
`);

/** Mail that comes with a paid internet line: neither free nor a company's. */
export const providerDomains = words(`
ocn.ne.jp biglobe.ne.jp nifty.com nifty.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp odn.ne.jp odn.jp
asahi-net.or.jp dti.ne.jp hi-ho.ne.jp iij4u.or.jp iij.ad.jp jcom.home.ne.jp jcom.zaq.ne.jp zaq.ne.jp zaq.jp
eonet.ne.jp commufa.jp tnc.ne.jp ybb.ne.jp bbtec.net bbiq.jp pikara.ne.jp pikara.jp megaegg.ne.jp
auone-net.jp t-com.ne.jp catv.ne.jp home.ne.jp infoweb.ne.jp mbn.or.jp sannet.ne.jp interq.or.jp
wakwak.com ctk.ne.jp cty-net.ne.jp katch.ne.jp mable.ne.jp nns.ne.jp rose.ne.jp ttv.ne.jp
tcn-catv.ne.jp vega.or.jp wbs.ne.jp yomogi.jp hotcn.ne.jp kcn.ne.jp kcn.jp coralnet.or.jp
`);

/** Mail that anybody gets without a contract. */
export const freeDomains = words(`
gmail.com googlemail.com
yahoo.co.jp ymail.ne.jp yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.fr yahoo.de yahoo.com.tw yahoo.com.hk
outlook.jp outlook.com hotmail.co.jp hotmail.com hotmail.fr hotmail.co.uk live.jp live.com msn.com passport.com windowslive.com
icloud.com me.com mac.com privaterelay.appleid.com
aol.jp aol.com excite.co.jp goo.jp goo.ne.jp mail.goo.ne.jp infoseek.jp livedoor.com
inter7.jp nifmail.jp
proton.me protonmail.com pm.me tuta.com tuta.io tutanota.com
gmx.com gmx.net gmx.de mail.com email.com zoho.com zohomail.com fastmail.com hey.com
mail.ru yandex.ru yandex.com bk.ru inbox.ru list.ru
qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com aliyun.com
naver.com daum.net hanmail.net kakao.com nate.com
web.de orange.fr laposte.net libero.it
`);
